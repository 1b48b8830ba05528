import type { Node } from 'constructs';
import * as z from 'zod';
import type { Text } from '../shared/locale.ts';

/** An OpenID Connect issuer, whose tokens name this installation as their audience. */
export interface TokenIssuer {
  /** An https URL, as its tokens state it. */
  readonly issuer: string;
  readonly audience: string;
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
  /** Browser origins that may post to the uploads bucket and read from the outputs bucket. */
  readonly portalOrigins: readonly string[];
  /** Who signs people in; null for the accounts of the installation itself. */
  readonly tokens: TokenIssuer | null;
}

/** Log groups know only some numbers of days; these are among them. */
const LOG_DAYS = ['7', '30', '90', '180', '365', '731', '3653'];
/** Ten years. */
const RETENTION_DAYS = '3650';
const MOST_RETENTION_DAYS = 36_500;

const matching = (pattern: RegExp, allowed: Text) =>
  z.string().regex(pattern, { error: `${allowed.zh} / ${allowed.en}` });
const oneOf = <const Choice extends string>(...choices: readonly Choice[]) =>
  z.enum(choices, { error: `应为 ${choices.join('、')} 之一 / one of ${choices.join(', ')}` });

const name = matching(/^[a-z][a-z0-9-]{0,19}$/, {
  zh: '应为小写字母、数字和连字符，以字母开头，至多 20 个',
  en: 'lower-case letters, digits and hyphens, a letter first, 20 at most',
});
const email = matching(/^[^\s@]+@[^\s@]+$/, { zh: '应为邮箱地址', en: 'an e-mail address' });
const days = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
  .pipe(z.int().max(MOST_RETENTION_DAYS));

/** Each as it is typed; what is left out or empty takes its default. */
const typed = {
  prefix: name.default('jixiao'),
  stage: name.default('dev'),
  region: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, {
    zh: '应为区域代码，如 cn-north-1',
    en: 'a region such as cn-north-1',
  }).optional(),
  architecture: oneOf('arm64', 'x86_64').default('arm64'),
  cdn: oneOf('true', 'false').optional(),
  bucketKeys: oneOf('s3', 'kms').default('s3'),
  logRetentionDays: oneOf(...LOG_DAYS).default('90'),
  retentionDays: days.default(Number(RETENTION_DAYS)),
  alarmEmail: email.optional(),
  noticeEmail: email.optional(),
  portalDomain: matching(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
    zh: '应为域名',
    en: 'a domain name',
  }).optional(),
  portalCertificate: matching(/^arn:\S+:certificate\/\S+$/, {
    zh: '应为证书的 ARN',
    en: 'the ARN of a certificate',
  }).optional(),
  portalOrigins: matching(/^https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*$/, {
    zh: '应为网址，用逗号分隔',
    en: 'origins such as https://portal.example, separated by commas',
  }).optional(),
  tokenIssuer: matching(/^https:\/\/\S+$/, {
    zh: '应为 https 网址',
    en: 'an https URL',
  }).optional(),
  tokenAudience: matching(/^\S+$/, { zh: '不能有空格', en: 'no spaces' }).optional(),
};

type Typed = z.infer<z.ZodObject<typeof typed>>;

const schema = z.object(typed).check(({ value, issues }) => {
  for (const [path, message] of conflictsIn(value)) {
    issues.push({ code: 'custom', path: [path], message, input: value[path] });
  }
});

/** Settings that do not go together, by the one to change. */
function conflictsIn(chosen: Typed): readonly (readonly [keyof Typed, string])[] {
  const conflicts: (readonly [keyof Typed, string])[] = [];
  if (chosen.stage === 'prod' && chosen.alarmEmail === undefined) {
    conflicts.push([
      'alarmEmail',
      'prod 必须有人接收告警 / in prod somebody must be told of alarms',
    ]);
  }
  if (chosen.cdn === 'true' && isInChina(chosen.region)) {
    conflicts.push(['cdn', '中国区域应为 false / false in the China regions']);
  }
  for (const [one, other] of TOGETHER) {
    if ((chosen[one] === undefined) !== (chosen[other] === undefined)) {
      conflicts.push([one, `须与 ${other} 一并给出 / goes together with ${other}`]);
    }
  }
  return conflicts;
}

const TOGETHER = [
  ['portalDomain', 'portalCertificate'],
  ['tokenIssuer', 'tokenAudience'],
] as const satisfies readonly (readonly [keyof Typed, keyof Typed])[];

const isInChina = (region: string | undefined): boolean => region?.startsWith('cn-') === true;

/**
 * Reads the settings from the CDK context. Throws with every one that is wrong, unknown or missing, and
 * what it may be.
 */
export function settingsOf(node: Node): Settings {
  const context = node.getAllContext() as Readonly<Record<string, unknown>>;
  assertNoneUnknown(Object.keys(context));
  const given = Object.entries(context)
    .filter(([key, value]) => key in typed && value !== '')
    .map(([key, value]) => [key, String(value)]);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new Error(parsed.error.issues.map(told).join('\n'));
  return settingsFrom(parsed.data);
}

const told = ({ path, message }: z.core.$ZodIssue): string =>
  `参数 ${path.join('.')} 不对：${message} (setting ${path.join('.')})`;

/** The CDK's own keys have a colon or slash in them; a plain word is a setting, or meant as one. */
function assertNoneUnknown(keys: readonly string[]): void {
  const unknown = keys.filter((key) => /^\w+$/.test(key) && !(key in typed));
  if (unknown.length === 0) return;
  const known = Object.keys(typed).join(', ');
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
  portalDomain: portalDomain(chosen),
  portalOrigins: portalOrigins(chosen),
  tokens: tokens(chosen),
});

const portalDomain = ({ portalDomain: domain, portalCertificate: certificate }: Typed) =>
  domain === undefined || certificate === undefined ? null : { name: domain, certificate };

const tokens = ({ tokenIssuer: issuer, tokenAudience: audience }: Typed): TokenIssuer | null =>
  issuer === undefined || audience === undefined ? null : { issuer, audience };

function portalOrigins({ portalOrigins: origins, portalDomain: domain }: Typed): readonly string[] {
  if (origins !== undefined) return origins.split(',');
  return domain === undefined ? ANY_ORIGIN : [`https://${domain}`];
}
