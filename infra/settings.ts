import type { Node } from 'constructs';
import type * as z from 'zod';
import { isInChina, settingsSchema, type Typed, typedSettings } from './typed-settings.ts';

/** An OpenID Connect issuer, whose tokens name this installation as their audience. */
export interface TokenIssuer {
  /** An https URL, as its tokens state it. */
  readonly issuer: string;
  readonly audience: string;
  /** Where its public keys are; null for `/.well-known/jwks.json` below the issuer. */
  readonly keys: string | null;
  /** The pages as it knows them, a public client; null where it does not. */
  readonly client: string | null;
  /** What they ask it for; null for `openid profile`. */
  readonly scope: string | null;
}

/** What an operator may choose with `-c name=value` or in cdk.json: docs/deploy.md. */
export interface Settings {
  /** With the stage the stack's name, so that several installations fit in one account. */
  readonly prefix: string;
  readonly stage: string;
  /** Null for that of whoever deploys. */
  readonly region: string | null;
  /** `x86_64` where a region has no arm64 Lambda. */
  readonly architecture: 'arm64' | 'x86_64';
  /** False where a region has no CDN: a web server of the operator's then brings portal and API together. */
  readonly cdn: boolean;
  /** Whose key encrypts the buckets: S3's own, or one of the account's in KMS. */
  readonly bucketKeys: 's3' | 'kms';
  readonly logRetentionDays: number;
  /** Days that a replaced version of an output is kept. Uploads are kept for ever. */
  readonly retentionDays: number;
  /** Where alarms are sent; nobody is subscribed without it. */
  readonly alarmEmail: string | null;
  /** Where finance is told how every upload ended. */
  readonly noticeEmail: string | null;
  /** The portal's own domain and its certificate; null for the address that the CDN gives. */
  readonly portalDomain: { readonly name: string; readonly certificate: string } | null;
  /** The public site's own domain and its certificate; null for the address that the CDN gives. */
  readonly siteDomain: { readonly name: string; readonly certificate: string } | null;
  /** Browser origins that may post to the uploads bucket and read from the outputs bucket. */
  readonly portalOrigins: readonly string[];
  /** Who signs people in; null for the accounts of the installation itself. */
  readonly tokens: TokenIssuer | null;
  /** Folder of fonts that go before ours, with its `fonts.json`. */
  readonly fonts: string | null;
  /** What the public site says of itself, as JSON: see `functions/environment.ts`. */
  readonly site: string | null;
}

/**
 * Reads the settings from the CDK context. Throws with every one that is wrong, unknown or missing, and
 * what it may be.
 */
export function settingsOf(node: Node): Settings {
  const context = node.getAllContext() as Readonly<Record<string, unknown>>;
  assertNoneUnknown(Object.keys(context));
  const given = Object.entries(context)
    .filter(([key, value]) => key in typedSettings && value !== '')
    .map(([key, value]) => [key, String(value)]);
  const parsed = settingsSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new Error(parsed.error.issues.map(told).join('\n'));
  return settingsFrom(parsed.data);
}

const told = ({ path, message }: z.core.$ZodIssue): string =>
  `参数 ${path.join('.')} 不对：${message} (setting ${path.join('.')})`;

/** The CDK's own keys have a colon or slash in them; a plain word is a setting, or meant as one. */
function assertNoneUnknown(keys: readonly string[]): void {
  const unknown = keys.filter((key) => /^\w+$/.test(key) && !(key in typedSettings));
  if (unknown.length === 0) return;
  const known = Object.keys(typedSettings).join(', ');
  throw new Error(
    `没有参数 ${unknown.join('、')} / no setting ${unknown.join(', ')}; known: ${known}`,
  );
}

/** Any origin may ask, since every request must still be signed: an origin gives no right by itself. */
const ANY_ORIGIN = ['*'];

const settingsFrom = (chosen: Typed): Settings => ({
  prefix: chosen.prefix,
  stage: chosen.stage,
  region: chosen.region ?? null,
  architecture: chosen.architecture,
  cdn: chosen.cdn === undefined ? !isInChina(chosen.region) : chosen.cdn === 'true',
  bucketKeys: chosen.bucketKeys,
  logRetentionDays: Number(chosen.logRetentionDays),
  retentionDays: chosen.retentionDays,
  alarmEmail: chosen.alarmEmail ?? null,
  noticeEmail: chosen.noticeEmail ?? null,
  portalDomain: domain(chosen.portalDomain, chosen.portalCertificate),
  siteDomain: domain(chosen.siteDomain, chosen.siteCertificate),
  portalOrigins: portalOrigins(chosen),
  tokens: tokens(chosen),
  fonts: chosen.fonts ?? null,
  site: chosen.site ?? null,
});

const domain = (name: string | undefined, certificate: string | undefined) =>
  name === undefined || certificate === undefined ? null : { name, certificate };

const tokens = ({
  tokenIssuer: issuer,
  tokenAudience: audience,
  tokenKeys: keys,
  tokenClient: client,
  tokenScope: scope,
}: Typed): TokenIssuer | null =>
  issuer === undefined || audience === undefined
    ? null
    : {
        issuer,
        audience,
        keys: keys ?? null,
        client: client ?? null,
        scope: scope ?? null,
      };

function portalOrigins({ portalOrigins: origins, portalDomain: domain }: Typed): readonly string[] {
  if (origins !== undefined) return origins.split(',');
  return domain === undefined ? ANY_ORIGIN : [`https://${domain}`];
}
