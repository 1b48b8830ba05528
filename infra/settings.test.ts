import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsOf } from './settings.ts';
import {
  emptyBundles,
  removeBundles,
  synthesise,
  type TestTemplate,
} from './template-for-tests.ts';
import { VARIANTS } from './variants.ts';

let bundles: string;

beforeAll(() => {
  bundles = emptyBundles();
});

afterAll(() => removeBundles(bundles));

const settings = (context: Readonly<Record<string, unknown>>) =>
  settingsOf(new App({ context: { ...context } }).node);

test('everything has a default', () => {
  expect(settings({})).toEqual({
    prefix: 'jixiao',
    stage: 'dev',
    region: null,
    architecture: 'arm64',
    cdn: true,
    bucketKeys: 's3',
    logRetentionDays: 90,
    retentionDays: 3650,
    alarmEmail: null,
    noticeEmail: null,
    portalDomain: null,
    siteDomain: null,
    portalOrigins: ['*'],
    tokens: null,
    fonts: null,
    site: null,
  });
});

test('what is given empty, or as a number in cdk.json, is taken', () => {
  const given = settings({ alarmEmail: '', retentionDays: 30, logRetentionDays: 7, cdn: false });
  expect(given).toMatchObject({ alarmEmail: null, retentionDays: 30, logRetentionDays: 7 });
  expect(given.cdn).toBe(false);
});

test('a domain of the portal is the origin of its pages', () => {
  const domain = {
    portalDomain: 'jx.example.gov.cn',
    portalCertificate: 'arn:aws:a:r:1:certificate/1',
  };
  expect(settings(domain).portalOrigins).toEqual(['https://jx.example.gov.cn']);
  expect(settings({ ...domain, portalOrigins: 'https://a.cn,https://b.cn' }).portalOrigins).toEqual(
    ['https://a.cn', 'https://b.cn'],
  );
});

describe('a wrong one is told by its name and what it may be', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ stage: 'Production!' }, /参数 stage 不对：应为小写字母/],
    [{ prefix: '1a' }, /参数 prefix 不对/],
    [{ region: 'Beijing' }, /参数 region 不对：应为区域代码，如 cn-north-1/],
    [{ architecture: 'riscv' }, /参数 architecture 不对：应为 arm64、x86_64 之一/],
    [{ bucketKeys: 'mine' }, /参数 bucketKeys 不对：应为 s3、kms 之一/],
    [{ logRetentionDays: '42' }, /参数 logRetentionDays 不对：应为 7、30/],
    [{ retentionDays: '0' }, /参数 retentionDays 不对：应为 1 到 36500 的整数/],
    [{ retentionDays: '99999' }, /参数 retentionDays 不对：应为 1 到 36500 的整数/],
    [{ alarmEmail: 'nobody' }, /参数 alarmEmail 不对：应为邮箱地址/],
    [{ noticeEmail: 'a b@c' }, /参数 noticeEmail 不对：应为邮箱地址/],
    [{ portalOrigins: 'portal.example' }, /参数 portalOrigins 不对：应为网址/],
    [{ tokenIssuer: 'https://login' }, /参数 tokenIssuer 不对：须与 tokenAudience 一并给出/],
    [{ tokenClient: 'pages' }, /参数 tokenClient 不对：须与 tokenIssuer 一并给出/],
    [{ tokenKeys: 'https://login/keys' }, /参数 tokenKeys 不对：须与 tokenIssuer 一并给出/],
    [{ portalDomain: 'a.cn' }, /参数 portalDomain 不对：须与 portalCertificate 一并给出/],
    [{ region: 'cn-north-1', cdn: 'true' }, /参数 cdn 不对：中国区域应为 false/],
    [{ stage: 'prod' }, /参数 alarmEmail 不对：prod 必须有人接收告警/],
    [{ alarmMail: 'a@b.cn' }, /没有参数 alarmMail.*known: .*alarmEmail/],
  ])('%o', (context, message) => {
    expect(() => settings(context)).toThrow(message);
  });

  test('all at once', () => {
    expect(() => settings({ stage: '!', region: '!' })).toThrow(/stage.*\n.*region/);
  });
});

/** A rule of a bucket's life cycle, as far as it is looked at here. */
interface LifecycleRule {
  readonly TagFilters?: readonly { readonly Key: string; readonly Value: string }[];
  readonly Prefix?: string;
  readonly NoncurrentVersionExpiration?: { readonly NoncurrentDays: number };
  readonly ExpirationInDays?: number;
}

describe('a stack', () => {
  const variants = new Map<string, TestTemplate>();
  const variant = (name: string): TestTemplate => {
    const template = variants.get(name) ?? synthesise(bundles, VARIANTS[name]);
    variants.set(name, template);
    return template;
  };

  test('is named for its prefix and stage', () => {
    expect(Object.keys(VARIANTS).map((name) => variant(name).name)).toEqual([
      'jixiao-dev',
      'jixiao-prod',
      'lg-jixiao-prod',
    ]);
  });

  test('subscribes who is to be told: of alarms, of notices', () => {
    const { ofType, the } = variant('prod');
    const subscribed = ofType('AWS::SNS::Subscription').map(([, { Properties }]) => [
      Properties['TopicArn'].Ref,
      Properties['Endpoint'],
    ]);
    expect(subscribed).toEqual([
      [the('AWS::SNS::Topic', 'Notices')[0], 'ops@example.gov.cn'],
      [the('AWS::SNS::Topic', 'UploadNotices')[0], 'finance@example.gov.cn'],
    ]);
    expect(variant('dev').ofType('AWS::SNS::Subscription')).toEqual([]);
  });

  test('encrypts its buckets by a key of the account, which functions may use, or by S3’s own', () => {
    const { ofType, the } = variant('prod');
    const key = { 'Fn::GetAtt': [the('AWS::KMS::Key', 'BucketKey')[0], 'Arn'] };
    for (const name of ['Uploads', 'Outputs']) {
      const [, { Properties }] = the('AWS::S3::Bucket', name);
      const [rule] = Properties['BucketEncryption'].ServerSideEncryptionConfiguration;
      expect(rule.ServerSideEncryptionByDefault.KMSMasterKeyID).toEqual(key);
    }
    for (const name of ['Intake', 'Render', 'Summarise', 'Sweep']) {
      const [, policy] = the('AWS::IAM::Policy', `${name}RoleDefaultPolicy`);
      expect(policy.Properties['PolicyDocument'].Statement).toContainEqual({
        Effect: 'Allow',
        Action: expect.anything(),
        Resource: key,
      });
    }
    expect(ofType('AWS::KMS::Key').length).toBe(1);
    expect(variant('dev').ofType('AWS::KMS::Key')).toEqual([]);
  });

  test('keeps logs and replaced outputs as long as asked, uploads for ever', () => {
    const { ofType, the } = synthesise(bundles, { logRetentionDays: '7', retentionDays: '30' });
    for (const [, { Properties }] of ofType('AWS::Logs::LogGroup')) {
      expect(Properties['RetentionInDays']).toBe(7);
    }
    /** Rules that take something out: of what, and after how many days as a replaced and as a newest version. */
    const expiry = (name: string): unknown[] =>
      the('AWS::S3::Bucket', name)[1]
        .Properties['LifecycleConfiguration'].Rules.map((rule: LifecycleRule) => [
          rule.TagFilters?.map(({ Key, Value }) => `${Key}=${Value}`).join() ?? rule.Prefix ?? '',
          rule.NoncurrentVersionExpiration?.NoncurrentDays,
          rule.ExpirationInDays,
        ])
        .filter(([, replaced, newest]: readonly unknown[]) => replaced ?? newest);
    expect(expiry('Outputs')).toEqual([
      ['', 30, undefined],
      ['passing=yes', 1, 90],
      ['summaries/', 90, undefined],
      // Scans that nobody told of.
      ['incoming/', 1, 1],
    ]);
    expect(expiry('Uploads')).toEqual([]);
  });

  test('in China has no service that is not there, and no name of the other partition', () => {
    const { resources, ofType } = variant('china');
    const types = Object.values(resources).map(({ Type }) => Type);
    expect(types.filter((type) => /^AWS::(CloudFront|Cognito|WAFv2)::/.test(type))).toEqual([]);
    expect(JSON.stringify(resources)).not.toMatch(/arn:aws:|\.amazonaws\.com(?!\.cn|")/);
    for (const [, { Properties }] of ofType('AWS::Lambda::Function')) {
      expect(Properties['Architectures']).toEqual(['x86_64']);
    }
  });
});
