import * as z from 'zod';
import type { Text } from '../shared/locale.ts';

/** Log groups know only some numbers of days; these are among them. */
const LOG_DAYS = ['7', '30', '90', '180', '365', '731', '3653'];
/** Ten years. */
const RETENTION_DAYS = 3650;
const MOST_RETENTION_DAYS = 36_500;

const matching = (pattern: RegExp, allowed: Text) =>
  z.string().regex(pattern, { error: `${allowed.zh} / ${allowed.en}` });
const oneOf = <const Choice extends string>(...choices: readonly Choice[]) =>
  z.enum(choices, { error: `应为 ${choices.join('、')} 之一 / one of ${choices.join(', ')}` });

const name = matching(/^[a-z][a-z0-9-]{0,19}$/, {
  zh: '应为小写字母、数字和连字符，以字母开头，至多 20 个',
  en: 'lower-case letters, digits and hyphens, a letter first, 20 at most',
});
const domainName = matching(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, { zh: '应为域名', en: 'a domain name' });
const certificate = matching(/^arn:\S+:certificate\/\S+$/, {
  zh: '应为证书的 ARN',
  en: 'the ARN of a certificate',
});
const email = matching(/^[^\s@]+@[^\s@]+$/, { zh: '应为邮箱地址', en: 'an e-mail address' });
const days = z.coerce
  .number()
  .refine((count) => Number.isInteger(count) && count >= 1 && count <= MOST_RETENTION_DAYS, {
    error: `应为 1 到 ${MOST_RETENTION_DAYS} 的整数 / a whole number from 1 to ${MOST_RETENTION_DAYS}`,
  });

/** Each as it is typed; what is left out or empty takes its default. */
export const typedSettings = {
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
  retentionDays: days.default(RETENTION_DAYS),
  alarmEmail: email.optional(),
  noticeEmail: email.optional(),
  portalDomain: domainName.optional(),
  portalCertificate: certificate.optional(),
  siteDomain: domainName.optional(),
  siteCertificate: certificate.optional(),
  portalOrigins: matching(/^https?:\/\/[^\s,]+(,https?:\/\/[^\s,]+)*$/, {
    zh: '应为网址，用逗号分隔',
    en: 'origins such as https://portal.example, separated by commas',
  }).optional(),
  tokenIssuer: matching(/^https:\/\/\S+$/, {
    zh: '应为 https 网址',
    en: 'an https URL',
  }).optional(),
  tokenAudience: matching(/^\S+$/, { zh: '不能有空格', en: 'no spaces' }).optional(),
  tokenKeys: matching(/^https:\/\/\S+$/, {
    zh: '应为 https 网址',
    en: 'an https URL',
  }).optional(),
  tokenClient: matching(/^\S+$/, { zh: '不能有空格', en: 'no spaces' }).optional(),
  tokenScope: matching(/^openid( \S+)*$/, {
    zh: '应以 openid 开头，以空格分隔',
    en: 'begins with openid, parts with spaces between',
  }).optional(),
  fonts: z.string().optional(),
  site: matching(/^\{.*\}$/s, {
    zh: '应为 JSON：name、address、footer',
    en: 'JSON with name, address, footer',
  }).optional(),
};

/** The settings as they are typed. */
export type Typed = z.infer<z.ZodObject<typeof typedSettings>>;

/** All of them, and how they go together. */
export const settingsSchema = z.object(typedSettings).check(({ value, issues }) => {
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
  for (const name of ['tokenKeys', 'tokenClient'] as const) {
    if (chosen[name] === undefined || chosen.tokenIssuer !== undefined) continue;
    conflicts.push([name, '须与 tokenIssuer 一并给出 / goes with tokenIssuer']);
  }
  return conflicts;
}

const TOGETHER = [
  ['portalDomain', 'portalCertificate'],
  ['siteDomain', 'siteCertificate'],
  ['tokenIssuer', 'tokenAudience'],
] as const satisfies readonly (readonly [keyof Typed, keyof Typed])[];

/** True for a region of the partition `aws-cn`. */
export const isInChina = (region: string | undefined): boolean =>
  region?.startsWith('cn-') === true;
