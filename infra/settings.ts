import type { Node } from 'constructs';

/** What an operator may choose with `cdk deploy -c name=value`; everything has a default. */
export interface Settings {
  /** Part of the stack's name, so that several installations fit in one account. */
  readonly stage: string;
  /** `x86_64` where a region has no arm64 Lambda. */
  readonly architecture: 'arm64' | 'x86_64';
  readonly logRetentionDays: number;
  /** Where alarms are sent; nobody is subscribed without it. */
  readonly alarmEmail: string | null;
  /** False where a region has no CDN: a web server of the operator's then brings portal and API together. */
  readonly cdn: boolean;
  /** The portal's own domain and its certificate; null for the address that the CDN gives. */
  readonly portalDomain: { readonly name: string; readonly certificate: string } | null;
  /** Browser origins that may post to the uploads bucket and read from the outputs bucket. */
  readonly portalOrigins: readonly string[];
  /** Folder of fonts that go before ours, with its `fonts.json`. */
  readonly fonts: string | null;
  /** Who signs people in; null for the accounts of the installation itself. */
  readonly tokens: TokenIssuer | null;
}

/** An OpenID Connect issuer, whose tokens name this installation as their audience. */
export interface TokenIssuer {
  /** An https URL, as its tokens state it. */
  readonly issuer: string;
  readonly audience: string;
}

/** Any origin may ask, since every request must still be signed: an origin gives no right by itself. */
const ANY_ORIGIN = ['*'];

/** Reads the settings from the CDK context. Throws with the name and the allowed values of a wrong one. */
export function settingsOf(node: Node): Settings {
  return {
    stage: matching(node, 'stage', /^[a-z][a-z0-9-]{0,19}$/, 'dev'),
    architecture:
      matching(node, 'architecture', /^(arm64|x86_64)$/, 'arm64') === 'x86_64' ? 'x86_64' : 'arm64',
    logRetentionDays: Number(matching(node, 'logRetentionDays', /^(7|30|90|180|365)$/, '90')),
    alarmEmail: matching(node, 'alarmEmail', /^(\S+@\S+)?$/, '') || null,
    cdn: matching(node, 'cdn', /^(true|false)$/, 'true') === 'true',
    portalDomain: portalDomain(node),
    portalOrigins: origins(node),
    tokens: tokenIssuer(node),
    fonts: matching(node, 'fonts', /^.*$/, '') || null,
  };
}

const DOMAIN = /^([a-z0-9-]+(\.[a-z0-9-]+)+)?$/;
const CERTIFICATE = /^(arn:\S+:certificate\/\S+)?$/;

function portalDomain(node: Node): Settings['portalDomain'] {
  const name = matching(node, 'portalDomain', DOMAIN, '');
  const certificate = matching(node, 'portalCertificate', CERTIFICATE, '');
  assertTogether({ portalDomain: name, portalCertificate: certificate });
  return name === '' ? null : { name, certificate };
}

function tokenIssuer(node: Node): TokenIssuer | null {
  const issuer = matching(node, 'tokenIssuer', /^(https:\/\/\S+)?$/, '');
  const audience = matching(node, 'tokenAudience', /^\S*$/, '');
  assertTogether({ tokenIssuer: issuer, tokenAudience: audience });
  return issuer === '' ? null : { issuer, audience };
}

/** Throws when one of the settings is given and another is not. */
function assertTogether(values: Readonly<Record<string, string>>): void {
  const given = Object.values(values).filter((value) => value !== '').length;
  if (given === 0 || given === Object.keys(values).length) return;
  const names = Object.keys(values);
  throw new Error(
    `参数 ${names.join('、')} 须一并给出 / context ${names.join(' and ')} must be given together`,
  );
}

function matching(node: Node, name: string, pattern: RegExp, fallback: string): string {
  const value = String(node.tryGetContext(name) ?? fallback);
  if (!pattern.test(value)) {
    throw new Error(
      `参数 ${name} 的值“${value}”不符合 ${pattern.source} / context ${name}: “${value}” must match ${pattern.source}`,
    );
  }
  return value;
}

function origins(node: Node): readonly string[] {
  const list = matching(node, 'portalOrigins', /^(https?:\/\/\S+)?$/, '');
  if (list !== '') return list.split(',');
  const domain = portalDomain(node);
  return domain === null ? ANY_ORIGIN : [`https://${domain.name}`];
}
