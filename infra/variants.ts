/** Installations as their operators would choose them: what is checked is checked for each. */
export const VARIANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dev: { stage: 'dev' },
  prod: {
    stage: 'prod',
    region: 'ap-southeast-1',
    bucketKeys: 'kms',
    logRetentionDays: '365',
    alarmEmail: 'ops@example.gov.cn',
    noticeEmail: 'finance@example.gov.cn',
    tokenIssuer: 'https://login.example.gov.cn/',
    tokenAudience: 'jixiao',
  },
  china: {
    stage: 'prod',
    prefix: 'lg-jixiao',
    region: 'cn-north-1',
    architecture: 'x86_64',
    alarmEmail: 'ops@example.gov.cn',
    tokenIssuer: 'https://login.example.gov.cn/',
    tokenAudience: 'jixiao',
  },
};
