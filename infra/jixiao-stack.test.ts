import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { METRICS } from '../functions/metric-names.ts';
import { BUNDLES } from './bundles.ts';
import {
  emptyBundles,
  removeBundles,
  synthesise,
  type TestTemplate,
} from './template-for-tests.ts';

let bundles: string;
let template: TestTemplate;

beforeAll(() => {
  bundles = emptyBundles();
  template = synthesise(bundles);
});

afterAll(() => removeBundles(bundles));

test('the template brings no warnings, no custom resources and nothing but our own functions', () => {
  expect(template.warnings).toEqual([]);
  expect(
    Object.values(template.resources).filter(({ Type }) => /^Custom::|CustomResource/.test(Type)),
  ).toEqual([]);
  expect(template.ofType('AWS::Lambda::Function').length).toBe(Object.keys(BUNDLES).length);
});

describe('every bucket', () => {
  test('is private, encrypted, versioned, and kept when the stack goes', () => {
    for (const [, { Properties, DeletionPolicy }] of template.ofType('AWS::S3::Bucket')) {
      expect(Object.values(Properties['PublicAccessBlockConfiguration'])).toEqual(
        Array(4).fill(true),
      );
      expect(Properties['BucketEncryption']).toBeDefined();
      expect(Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
      expect(DeletionPolicy).toBe('Retain');
    }
  });

  test('and every queue refuses what does not come by TLS', () => {
    const guarded = [
      ...template
        .ofType('AWS::S3::BucketPolicy')
        .map(([, { Properties }]) => Properties['Bucket'].Ref),
      ...template
        .ofType('AWS::SQS::QueuePolicy')
        .flatMap(([, { Properties }]) =>
          Properties['Queues'].map(({ Ref }: { Ref: string }) => Ref),
        ),
    ];
    const policies = [
      ...template.ofType('AWS::S3::BucketPolicy'),
      ...template.ofType('AWS::SQS::QueuePolicy'),
    ];
    const wanted = [
      ...template.ofType('AWS::S3::Bucket'),
      ...template.ofType('AWS::SQS::Queue'),
    ].map(([id]) => id);

    expect(guarded.sort()).toEqual(wanted.sort());
    for (const [, { Properties }] of policies) {
      expect(Properties['PolicyDocument'].Statement).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    }
  });
});

describe('uploads', () => {
  test('are announced to the intake queue, also those in the wrong place', () => {
    const [, uploads] = template.the('AWS::S3::Bucket', 'Uploads');
    const [queue] = template.the('AWS::SQS::Queue', 'IntakeQueue');

    expect(uploads.Properties['NotificationConfiguration']).toEqual({
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Queue: { 'Fn::GetAtt': [queue, 'Arn'] },
        },
      ],
    });
  });

  test('the queue lets S3 of this account send, and says so before the bucket is made', () => {
    const [id, policy] = template.the('AWS::SQS::QueuePolicy', 'IntakeQueuePolicy');
    const [, uploads] = template.the('AWS::S3::Bucket', 'Uploads');

    expect(policy.Properties['PolicyDocument'].Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    );
    expect(uploads.DependsOn).toContain(id);
  });
});

describe('an alarm', () => {
  test('is sent to the topic, and the topic takes it', () => {
    const topic = { Ref: template.the('AWS::SNS::Topic', 'Notices')[0] };
    for (const [, { Properties }] of template.ofType('AWS::CloudWatch::Alarm')) {
      expect(Properties['AlarmActions']).toEqual([topic]);
    }
    // A policy of its own replaces the default under which alarms may publish.
    const [, policy] = template.the('AWS::SNS::TopicPolicy', 'NoticesPolicy');
    expect(policy.Properties['PolicyDocument'].Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Resource: topic,
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    );
  });

  test.each(['FailedUploads', 'StuckReports', 'UnfinishedUploads', 'LostUploads'])(
    'rises when the sweep counts %s',
    (name) => {
      const [, { Properties }] = template.the('AWS::Logs::MetricFilter', name);
      expect(Properties['LogGroupName']).toEqual({
        Ref: template.the('AWS::Logs::LogGroup', 'SweepLog')[0],
      });
      const [transformation] = Properties['MetricTransformations'];
      const [, alarm] = template.the('AWS::CloudWatch::Alarm', `${name}Alarm`);
      expect(alarm.Properties['MetricName']).toBe(transformation.MetricName);
    },
  );
});

test('the dashboard shows each queue, each function, and the metrics that functions write', () => {
  const [, { Properties }] = template.the('AWS::CloudWatch::Dashboard', 'Dashboard');
  const body = JSON.stringify(Properties['DashboardBody']);
  const shown = [
    ...template.ofType('AWS::SQS::Queue'),
    ...template.ofType('AWS::Lambda::Function'),
  ];
  for (const [id] of shown) expect(body).toContain(id);
  const { namespace, unsentNotices, ...metrics } = METRICS;
  for (const name of Object.values(metrics)) expect(body).toContain(name);
  expect(body).toContain(namespace);
});

describe('every queue', () => {
  test('is encrypted; work has a dead-letter queue, and that an alarm', () => {
    const alarmed = template
      .ofType('AWS::CloudWatch::Alarm')
      .flatMap(([, { Properties }]) =>
        (Properties['Dimensions'] ?? []).map(
          ({ Value }: { Value: { 'Fn::GetAtt'?: string[] } }) => Value['Fn::GetAtt']?.[0],
        ),
      );
    for (const [id, { Properties }] of template.ofType('AWS::SQS::Queue')) {
      expect(Properties['SqsManagedSseEnabled']).toBe(true);
      const deadLetters = Properties['RedrivePolicy']?.deadLetterTargetArn['Fn::GetAtt'][0];
      if (deadLetters === undefined) expect(alarmed).toContain(id);
      else expect(deadLetters).toMatch(/DeadLetters/);
    }
  });

  test('hides a message for six timeouts of its worker, which names what it could not do', () => {
    const mappings = template.ofType('AWS::Lambda::EventSourceMapping');
    expect(mappings.length).toBeGreaterThan(0);
    for (const [, { Properties }] of mappings) {
      const worker = template.resources[Properties['FunctionName'].Ref];
      const queue = template.resources[Properties['EventSourceArn']['Fn::GetAtt'][0]];
      expect(queue?.Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(
        6 * worker?.Properties['Timeout'],
      );
      expect(Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
      expect(Properties['ScalingConfig'].MaximumConcurrency).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the table', () => {
  test('is encrypted, can be restored, and cannot be deleted by mistake', () => {
    const [, table] = template.the('AWS::DynamoDB::Table', 'Table');

    expect(table.Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true },
    });
    expect(table.DeletionPolicy).toBe('Retain');
  });
});

describe('every function', () => {
  test('is told all the names it parses', () => {
    for (const [, { Properties }] of template.ofType('AWS::Lambda::Function')) {
      expect(Object.keys(Properties['Environment'].Variables)).toEqual(
        expect.arrayContaining([
          'TABLE_NAME',
          'UPLOADS_BUCKET',
          'OUTPUTS_BUCKET',
          'INTAKE_QUEUE_URL',
          'INTAKE_DEAD_LETTER_QUEUE_URL',
          'RENDER_QUEUE_URL',
          'SUMMARISE_QUEUE_URL',
          'PUBLISH_QUEUE_URL',
          'PUBLIC_BUCKET',
          'NOTICES_TOPIC_ARN',
          'SYSTEM_NAME',
        ]),
      );
    }
  });

  test('is traced', () => {
    for (const [, { Properties }] of template.ofType('AWS::Lambda::Function')) {
      expect(Properties['TracingConfig']).toEqual({ Mode: 'Active' });
    }
  });

  test('logs to a group of its own that forgets in time', () => {
    for (const [, { Properties }] of template.ofType('AWS::Lambda::Function')) {
      const group = template.resources[Properties['LoggingConfig'].LogGroup.Ref];
      expect(group?.Properties['RetentionInDays']).toBe(90);
    }
  });
});
