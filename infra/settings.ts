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
  /** Browser origins that may post to the uploads bucket. */
  readonly portalOrigins: readonly string[];
  /** What the public site says of itself, as JSON: see `functions/environment.ts`. */
  readonly site: string;
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
    site: matching(node, 'site', /^\{.*\}$/, '{}'),
    portalOrigins: origins(matching(node, 'portalOrigins', /^(https?:\/\/\S+)?$/, '')),
  };
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

const origins = (list: string): readonly string[] => (list === '' ? ANY_ORIGIN : list.split(','));
