// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
import { describe, expect, test } from 'vitest';
import { readWiring } from './read-wiring.ts';
import type { Template } from './template.ts';

const SQS = 'http://127.0.0.1:9402';

/** A template of these resources; assets lie in folders named for their hash. */
function templateOf(resources: Record<string, { Type: string; Properties?: object }>): Template {
  return {
    stackName: 'test',
    resources: new Map(
      Object.entries(resources).map(([logicalId, { Type, Properties = {} }]) => [
        logicalId,
        { logicalId, type: Type, properties: { ...Properties } },
      ]),
    ),
    parameters: new Map([['Stage', 'dev']]),
    outputs: new Map([['Queue', { Ref: 'WorkQueue4D8B07A5' }]]),
    assets: new Map([['abc', '/assets/abc']]),
  };
}

const queue = { WorkQueue4D8B07A5: { Type: 'AWS::SQS::Queue' } };
const bucket = (properties: object) => ({
  ...queue,
  Uploads4F6EB0FD: {
    Type: 'AWS::S3::Bucket',
    Properties: { VersioningConfiguration: { Status: 'Enabled' }, ...properties },
  },
});
const topic = { Notices0A1B2C3D: { Type: 'AWS::SNS::Topic' } };
const worker = (variables: object, properties: object = {}) => ({
  ...bucket({}),
  ...topic,
  Worker00000000: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::AccountId}' }, S3Key: 'abc.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Environment: { Variables: variables },
      ...properties,
    },
  },
});
const environmentOf = (variables: object) =>
  readWiring(templateOf(worker(variables)), SQS).functions[0]?.environment;

describe('intrinsics', () => {
  test.each([
    [{ Ref: 'WorkQueue4D8B07A5' }, `${SQS}/000000000000/work-queue`],
    [{ Ref: 'Uploads4F6EB0FD' }, 'jixiao-uploads'],
    [{ Ref: 'Notices0A1B2C3D' }, 'arn:aws:sns:cn-north-1:000000000000:notices'],
    [{ Ref: 'Stage' }, 'dev'],
    [{ Ref: 'AWS::Region' }, 'cn-north-1'],
    [
      { 'Fn::GetAtt': ['WorkQueue4D8B07A5', 'Arn'] },
      'arn:aws-cn:sqs:cn-north-1:000000000000:work-queue',
    ],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'Stage' }]] }, 'a/dev'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['.', 'x.y.z'] }] }, 'y'],
    [{ 'Fn::Sub': '${Stage}-${Uploads4F6EB0FD}-${!Kept}' }, 'dev-jixiao-uploads-${Kept}'],
    [{ 'Fn::Sub': ['${name}!', { name: { Ref: 'Stage' } }] }, 'dev!'],
  ])('%j stands for %s', (value, expected) => {
    expect(environmentOf({ VALUE: value })).toEqual({ VALUE: expected });
  });

  test.each([
    [{ 'Fn::ImportValue': 'other' }],
    [{ Ref: 'Missing' }],
    [{ 'Fn::GetAtt': ['WorkQueue4D8B07A5', 'Color'] }],
    [{ 'Fn::Sub': '${Missing}' }],
  ])('%j stops the start with the name of its resource', (value) => {
    expect(() => environmentOf({ VALUE: value })).toThrow(/Worker00000000/);
  });
});

describe('what is not known stops the start', () => {
  test.each([
    ['a type', { Line: { Type: 'AWS::Kinesis::Stream' } }, /Line.*AWS::Kinesis/],
    ['a property', bucket({ ReplicationConfiguration: {} }), /Uploads4F6EB0FD.*ReplicationConf/],
    [
      'a kind of notification',
      bucket({ NotificationConfiguration: { LambdaConfigurations: [] } }),
      /Uploads4F6EB0FD.*NotificationConfiguration/,
    ],
    ['a runtime', worker({}, { Runtime: 'python3.13' }), /Worker00000000.*Runtime/],
    [
      'code that was not synthesised',
      worker({}, { Code: { S3Bucket: 'b', S3Key: 'gone.zip' } }),
      /Worker00000000.*gone\.zip/,
    ],
  ])('%s', (_what, resources, message) => {
    expect(() => readWiring(templateOf(resources), SQS)).toThrow(message);
  });
});

test('a bucket, its queue and the function behind it are read as one wiring', () => {
  const notification = {
    Event: 's3:ObjectCreated:*',
    Queue: { 'Fn::GetAtt': ['WorkQueue4D8B07A5', 'Arn'] },
    Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'uploads/' }] } },
  };
  const wiring = readWiring(
    templateOf({
      ...bucket({ NotificationConfiguration: { QueueConfigurations: [notification] } }),
      ...{ Worker00000000: worker({}).Worker00000000 },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['WorkQueue4D8B07A5', 'Arn'] },
          FunctionName: { Ref: 'Worker00000000' },
          BatchSize: 1,
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          ScalingConfig: { MaximumConcurrency: 3 },
        },
      },
      Nightly: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ScheduleExpression: 'rate(5 minutes)',
          State: 'ENABLED',
          Targets: [
            {
              Id: '1',
              Arn: { 'Fn::GetAtt': ['Worker00000000', 'Arn'] },
              RetryPolicy: { MaximumRetryAttempts: 0 },
            },
          ],
        },
      },
    }),
    SQS,
  );

  expect(wiring.buckets[0]?.notifications).toEqual([
    { queue: 'work-queue', event: 's3:ObjectCreated:*', prefix: 'uploads/', suffix: '' },
  ]);
  expect(wiring.functions[0]).toMatchObject({ name: 'worker', folder: '/assets/abc', timeout: 3 });
  expect(wiring.mappings).toEqual([
    {
      queue: 'work-queue',
      function: 'worker',
      batchSize: 1,
      window: 0,
      maxConcurrency: 3,
      partialFailures: true,
    },
  ]);
  expect(wiring.schedules).toEqual([{ function: 'worker', every: 300_000 }]);
  expect(wiring.outputs).toEqual({ Queue: `${SQS}/000000000000/work-queue` });
});

describe('an HTTP API and the distribution before it', () => {
  const policy = {
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    Compress: true,
    ViewerProtocolPolicy: 'https-only',
  };
  const resources = (config: object, domain: unknown = { Ref: 'Api' }) => ({
    ...worker({}),
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: { Ref: 'Api' }, StageName: '$default', AutoDeploy: true },
    },
    Call: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: { Ref: 'Api' },
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': ['Worker00000000', 'Arn'] },
        PayloadFormatVersion: '2.0',
        TimeoutInMillis: 5000,
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: { Ref: 'Api' },
        RouteKey: 'GET /a/{rest+}',
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Call' }]] },
      },
    },
    Site: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          DefaultCacheBehavior: { TargetOriginId: 'api', ...policy },
          DefaultRootObject: 'index.html',
          Enabled: true,
          HttpVersion: 'http2',
          IPV6Enabled: true,
          Origins: [
            {
              Id: 'api',
              DomainName: {
                'Fn::Join': ['', [domain, '.execute-api.cn-north-1.', { Ref: 'AWS::URLSuffix' }]],
              },
            },
          ],
          ...config,
        },
      },
    },
  });

  test('are read as routes and behaviours', () => {
    const { apis, sites } = readWiring(templateOf(resources({})), SQS);
    expect(apis).toEqual([
      {
        name: 'api',
        routes: [
          {
            key: 'GET /a/{rest+}',
            method: 'GET',
            path: '/a/{rest+}',
            function: 'worker',
            timeout: 5000,
          },
        ],
      },
    ]);
    expect(sites).toEqual([
      {
        name: 'site',
        rootObject: 'index.html',
        errorPages: new Map(),
        behaviours: [
          {
            pattern: '*',
            methods: ['GET', 'HEAD'],
            origin: { kind: 'api', api: 'api' },
            compress: false,
            rewrite: null,
            headers: [],
          },
        ],
      },
    ]);
  });

  test.each([
    [
      'an error page of another status',
      {
        CustomErrorResponses: [{ ErrorCode: 404, ResponseCode: 200, ResponsePagePath: '/a.html' }],
      },
      /Site.*DistributionConfig/,
    ],
    [
      'a policy of one’s own',
      { DefaultCacheBehavior: { TargetOriginId: 'api', ...policy, CachePolicyId: 'mine' } },
      /Site.*DefaultCacheBehavior/,
    ],
  ])('%s stop the start', (_what, config, message) => {
    expect(() => readWiring(templateOf(resources(config)), SQS)).toThrow(message);
  });

  test('an origin elsewhere stops the start', () => {
    const elsewhere = templateOf(resources({}, 'elsewhere'));
    expect(() => readWiring(elsewhere, SQS)).toThrow(/Site.*elsewhere\.execute-api/);
  });
});
