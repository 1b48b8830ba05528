import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  emptyBundles,
  removeBundles,
  synthesise,
  type TestTemplate,
} from './template-for-tests.ts';

const DOMAIN = {
  siteDomain: 'gongkai.example.gov.cn',
  siteCertificate: 'arn:aws:acm:us-east-1:111111111111:certificate/2',
};

let bundles: string;
let template: TestTemplate;

beforeAll(() => {
  bundles = emptyBundles();
  template = synthesise(bundles);
});

afterAll(() => removeBundles(bundles));

const distribution = (of: TestTemplate) =>
  of.the('AWS::CloudFront::Distribution', 'PublicSite')[1].Properties['DistributionConfig'];

const environment = (of: TestTemplate) =>
  of.the('AWS::Lambda::Function', 'Publish')[1].Properties['Environment'].Variables;

describe('the public site', () => {
  test('is read from the public bucket by its distribution alone, which cannot change it', () => {
    const [, policy] = template.the('AWS::S3::BucketPolicy', 'PublicPolicy');
    const [id] = template.the('AWS::CloudFront::Distribution', 'PublicSite');
    const allowed = policy.Properties['PolicyDocument'].Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );
    expect(allowed.flatMap(({ Action }: { Action: string | string[] }) => Action)).toEqual([
      's3:GetObject',
      's3:ListBucket',
    ]);
    for (const { Principal, Condition } of allowed) {
      expect(Principal).toEqual({ Service: 'cloudfront.amazonaws.com' });
      expect(JSON.stringify(Condition.StringEquals['AWS:SourceArn'])).toContain(`"${id}"`);
    }
  });

  test('comes by TLS, insists on it, and is framed by nobody', () => {
    expect(distribution(template).DefaultCacheBehavior.ViewerProtocolPolicy).toBe(
      'redirect-to-https',
    );
    const [, policy] = template.the('AWS::CloudFront::ResponseHeadersPolicy', 'PublicSiteHeaders');
    const { SecurityHeadersConfig: security } = policy.Properties['ResponseHeadersPolicyConfig'];
    expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThan(15_000_000);
    expect(security.FrameOptions.FrameOption).toBe('DENY');
    expect(security.ContentSecurityPolicy.ContentSecurityPolicy).not.toMatch(/unsafe|data:|\*/);
  });

  test('publication knows which distribution is to forget', () => {
    const [id] = template.the('AWS::CloudFront::Distribution', 'PublicSite');
    expect(environment(template).PUBLIC_DISTRIBUTION).toEqual({ Ref: id });
  });

  test('with a domain of its own has modern TLS', () => {
    expect(distribution(synthesise(bundles, DOMAIN))).toMatchObject({
      Aliases: [DOMAIN.siteDomain],
      ViewerCertificate: {
        AcmCertificateArn: DOMAIN.siteCertificate,
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    });
  });

  test('without a CDN is the bucket alone, and nothing is told to forget', () => {
    const without = synthesise(bundles, { cdn: 'false' });
    expect(without.the('AWS::S3::Bucket', 'Public')).toBeDefined();
    expect(environment(without).PUBLIC_DISTRIBUTION).toBe('');
    const [, policy] = without.the('AWS::IAM::Policy', 'PublishRoleDefaultPolicy');
    expect(JSON.stringify(policy)).not.toContain('cloudfront');
  });
});

test('domain and certificate go together', () => {
  expect(() => synthesise(bundles, { siteDomain: DOMAIN.siteDomain })).toThrow(/siteCertificate/);
});
