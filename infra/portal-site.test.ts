import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  emptyBundles,
  removeBundles,
  synthesise,
  type TestTemplate,
} from './template-for-tests.ts';

const DOMAIN = {
  portalDomain: 'jixiao.example.gov.cn',
  portalCertificate: 'arn:aws:acm:us-east-1:111111111111:certificate/1',
};
const TOKENS = { tokenIssuer: 'https://login.example.gov.cn', tokenAudience: 'jixiao' };

let bundles: string;
let template: TestTemplate;

beforeAll(() => {
  bundles = emptyBundles();
  template = synthesise(bundles);
});

afterAll(() => removeBundles(bundles));

const corsOrigins = (of: TestTemplate, name: string): string[] =>
  of.the('AWS::S3::Bucket', name)[1].Properties['CorsConfiguration'].CorsRules[0].AllowedOrigins;

const distribution = (of: TestTemplate) =>
  of.the('AWS::CloudFront::Distribution', 'Portal')[1].Properties['DistributionConfig'];

describe('the portal', () => {
  test('is read from its bucket by the distribution alone, which cannot change it', () => {
    const [, policy] = template.the('AWS::S3::BucketPolicy', 'PortalFilesPolicy');
    const [id] = template.the('AWS::CloudFront::Distribution', 'Portal');
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

  test('comes by TLS; a token is not even redirected', () => {
    const { DefaultCacheBehavior: files, CacheBehaviors: others } = distribution(template);
    expect(files.ViewerProtocolPolicy).toBe('redirect-to-https');
    expect(others).toEqual([
      expect.objectContaining({ PathPattern: '/api/*', ViewerProtocolPolicy: 'https-only' }),
    ]);
  });

  test('tells browsers to insist on TLS, to guess no type and to be framed by nobody else', () => {
    const [, policy] = template.the('AWS::CloudFront::ResponseHeadersPolicy', 'PortalHeaders');
    const { SecurityHeadersConfig: security } = policy.Properties['ResponseHeadersPolicyConfig'];
    expect(security.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThan(15_000_000);
    expect(security.ContentTypeOptions).toEqual({ Override: true });
    expect(security.FrameOptions.FrameOption).toBe('SAMEORIGIN');
    expect(JSON.stringify(security.ContentSecurityPolicy)).toContain("frame-ancestors 'self'");
  });

  test('with a domain of its own has modern TLS, and only its pages may reach the buckets', () => {
    const own = synthesise(bundles, DOMAIN);
    expect(distribution(own)).toMatchObject({
      Aliases: [DOMAIN.portalDomain],
      ViewerCertificate: {
        AcmCertificateArn: DOMAIN.portalCertificate,
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    });
    for (const bucket of ['Uploads', 'Outputs']) {
      expect(corsOrigins(own, bucket)).toEqual([`https://${DOMAIN.portalDomain}`]);
    }
  });

  test('without a CDN is left to a web server of one’s own, and the API stays', () => {
    const without = synthesise(bundles, {
      cdn: 'false',
      portalOrigins: 'https://a.cn,https://b.cn',
    });
    expect(Object.values(without.resources).map(({ Type }) => Type)).not.toContainEqual(
      expect.stringContaining('CloudFront'),
    );
    expect(() => without.the('AWS::S3::Bucket', 'PortalFiles')).toThrow();
    expect(without.ofType('AWS::ApiGatewayV2::Route')).not.toEqual([]);
    expect(corsOrigins(without, 'Uploads')).toEqual(['https://a.cn', 'https://b.cn']);
  });
});

describe.each(['Summarise', 'Render'])('links that %s makes lead through the portal', (name) => {
  const told = (of: TestTemplate): unknown =>
    of.the('AWS::Lambda::Function', name)[1].Properties.Environment.Variables.PORTAL_ORIGIN;

  test('at the address of the CDN, at its own domain, at the web server’s', () => {
    const [id] = template.the('AWS::CloudFront::Distribution', 'Portal');
    expect(told(template)).toEqual({
      'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [id, 'DomainName'] }]],
    });
    expect(told(synthesise(bundles, DOMAIN))).toBe(`https://${DOMAIN.portalDomain}`);
    const without = { cdn: 'false', portalOrigins: 'https://a.cn,https://b.cn' };
    expect(told(synthesise(bundles, without))).toBe('https://a.cn');
  });

  test('nowhere while nobody says where it is', () => {
    expect(told(synthesise(bundles, { cdn: 'false' }))).toBeUndefined();
  });
});

describe('the API', () => {
  test('is throttled, and notes neither query nor token', () => {
    const [, stage] = template.the('AWS::ApiGatewayV2::Stage', 'HttpApiStage');
    const { DefaultRouteSettings: settings, AccessLogSettings: log } = stage.Properties;

    expect(settings.ThrottlingRateLimit).toBeGreaterThan(0);
    expect(settings.ThrottlingBurstLimit).toBeGreaterThanOrEqual(settings.ThrottlingRateLimit);
    expect(log.Format).toContain('$context.path');
    expect(log.Format).not.toMatch(/query|claims|header|\$context\.authorizer(?!\.error)/i);
    expect(log.DestinationArn['Fn::GetAtt'][0]).toBe(
      template.the('AWS::Logs::LogGroup', 'HttpApiLog')[0],
    );
  });

  test('asks the issuer itself where there is one', () => {
    expect(template.ofType('AWS::ApiGatewayV2::Authorizer')).toEqual([]);
    const guarded = synthesise(bundles, TOKENS);
    const [id, authorizer] = guarded.the('AWS::ApiGatewayV2::Authorizer', 'HttpApiTokens');

    expect(authorizer.Properties['JwtConfiguration']).toEqual({
      Issuer: TOKENS.tokenIssuer,
      Audience: [TOKENS.tokenAudience],
    });
    const routes = guarded
      .ofType('AWS::ApiGatewayV2::Route')
      .map(([, { Properties }]) => [Properties['RouteKey'], Properties['AuthorizerId']]);
    expect(routes).toContainEqual(['ANY /api/{proxy+}', { Ref: id }]);
    const open = routes.filter(([, lock]) => lock === undefined).map(([key]) => key);
    // Each is a way in, or says what the API is or checks by; a receipt is told of to whoever has its code.
    expect(open.sort()).toEqual([
      'GET /api/check-basis',
      'GET /api/openapi.json',
      'GET /api/receipts',
      'GET /api/sign-in',
      'POST /api/password',
      'POST /api/plain-form',
      'POST /api/session',
      'POST /api/session/renew',
      'POST /api/sign-in',
    ]);
    const [, api] = guarded.the('AWS::Lambda::Function', 'Api');
    expect(api.Properties['Environment'].Variables).toMatchObject({
      TOKEN_ISSUER: TOKENS.tokenIssuer,
      TOKEN_AUDIENCE: TOKENS.tokenAudience,
    });
  });
});

test.each([
  ['cdn', { cdn: 'perhaps' }],
  ['portalDomain', { ...DOMAIN, portalDomain: 'https://jixiao.example.gov.cn' }],
  ['portalCertificate', { portalDomain: DOMAIN.portalDomain }],
  ['tokenIssuer', { ...TOKENS, tokenIssuer: 'http://login.example.gov.cn' }],
  ['tokenAudience', { tokenIssuer: TOKENS.tokenIssuer }],
])('%s must make sense', (name, context) => {
  expect(() => synthesise(bundles, context)).toThrow(new RegExp(name));
});
