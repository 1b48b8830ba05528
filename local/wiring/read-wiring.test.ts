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
    ['a type', { Site: { Type: 'AWS::CloudFront::Distribution' } }, /Site.*AWS::CloudFront/],
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
