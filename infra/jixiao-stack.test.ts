import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUNDLES } from './bundles.ts';
import { jixiaoApp } from './jixiao-app.ts';

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is a tree of anything
  readonly Properties: Record<string, any>;
  readonly DependsOn?: string | string[];
  readonly DeletionPolicy?: string;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

let bundles: string;
let resources: Record<string, Resource>;
let warnings: unknown[];

beforeAll(() => {
  // Wiring does not look at code: empty bundles save the test from building the real ones.
  bundles = mkdtempSync(path.join(tmpdir(), 'jixiao-bundles-'));
  for (const name of Object.keys(BUNDLES)) {
    mkdirSync(path.join(bundles, name));
    writeFileSync(path.join(bundles, name, 'index.mjs'), `export const name = '${name}';`);
  }
  ({ resources, warnings } = synthesise());
});

afterAll(() => {
  rmSync(bundles, { recursive: true });
});

function synthesise(context: Record<string, string> = {}) {
  const outdir = path.join(bundles, `cdk.out-${Object.values(context).join('-')}`);
  const [stack] = jixiaoApp(bundles, { outdir, context }).synth().stacks;
  if (stack === undefined) throw new Error('no stack');
  return {
    name: stack.stackName,
    resources: stack.template.Resources as Record<string, Resource>,
    warnings: stack.messages.map(({ entry }) => entry.data),
  };
}

const ofType = (type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type);

/** The one resource of a type whose logical id begins so, with the hash that CDK adds. */
function the(type: string, name: string): [string, Resource] {
  const found = ofType(type).filter(([id]) => id.replace(/[0-9A-F]{8}$/, '') === name);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} × ${name}`);
  return found[0];
}

const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);

/** What a function may do, as `action on resource`; resources by logical id and path. */
function grantsOf(name: string): string[] {
  const [, policy] = the('AWS::IAM::Policy', `${name}RoleDefaultPolicy`);
  return (policy.Properties['PolicyDocument'].Statement as Statement[]).flatMap((statement) =>
    list(statement.Action).flatMap((action) =>
      list(statement.Resource).map((resource) => `${action} on ${readable(resource)}`),
    ),
  );
}

function readable(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const { 'Fn::GetAtt': attribute, 'Fn::Join': join } = resource as Record<string, unknown[]>;
  if (attribute !== undefined) return String(attribute[0]).replace(/[0-9A-F]{8}$/, '');
  if (join !== undefined) return (join[1] as unknown[]).map(readable).join('');
  throw new Error(`cannot read ${JSON.stringify(resource)}`);
}

test('the template brings no warnings, no custom resources and nothing but our own functions', () => {
  expect(warnings).toEqual([]);
  expect(
    Object.values(resources).filter(({ Type }) => /^Custom::|CustomResource/.test(Type)),
  ).toEqual([]);
  expect(ofType('AWS::Lambda::Function').length).toBe(Object.keys(BUNDLES).length);
});

describe('every bucket', () => {
  test('is private, encrypted, versioned, and kept when the stack goes', () => {
    for (const [, { Properties, DeletionPolicy }] of ofType('AWS::S3::Bucket')) {
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
      ...ofType('AWS::S3::BucketPolicy').map(([, { Properties }]) => Properties['Bucket'].Ref),
      ...ofType('AWS::SQS::QueuePolicy').flatMap(([, { Properties }]) =>
        Properties['Queues'].map(({ Ref }: { Ref: string }) => Ref),
      ),
    ];
    const policies = [...ofType('AWS::S3::BucketPolicy'), ...ofType('AWS::SQS::QueuePolicy')];
    const wanted = [...ofType('AWS::S3::Bucket'), ...ofType('AWS::SQS::Queue')].map(([id]) => id);

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
    const [, uploads] = the('AWS::S3::Bucket', 'Uploads');
    const [queue] = the('AWS::SQS::Queue', 'IntakeQueue');

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
    const [id, policy] = the('AWS::SQS::QueuePolicy', 'IntakeQueuePolicy');
    const [, uploads] = the('AWS::S3::Bucket', 'Uploads');

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
    const topic = { Ref: the('AWS::SNS::Topic', 'Notices')[0] };
    for (const [, { Properties }] of ofType('AWS::CloudWatch::Alarm')) {
      expect(Properties['AlarmActions']).toEqual([topic]);
    }
    // A policy of its own replaces the default under which alarms may publish.
    const [, policy] = the('AWS::SNS::TopicPolicy', 'NoticesPolicy');
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

  test.each(['FailedUploads', 'StuckReports'])('rises when the sweep counts %s', (name) => {
    const [, { Properties }] = the('AWS::Logs::MetricFilter', name);
    expect(Properties['LogGroupName']).toEqual({ Ref: the('AWS::Logs::LogGroup', 'SweepLog')[0] });
    const [transformation] = Properties['MetricTransformations'];
    const [, alarm] = the('AWS::CloudWatch::Alarm', `${name}Alarm`);
    expect(alarm.Properties['MetricName']).toBe(transformation.MetricName);
  });
});

describe('every queue', () => {
  test('is encrypted; work has a dead-letter queue, and that an alarm', () => {
    const alarmed = ofType('AWS::CloudWatch::Alarm').flatMap(([, { Properties }]) =>
      (Properties['Dimensions'] ?? []).map(
        ({ Value }: { Value: { 'Fn::GetAtt': string[] } }) => Value['Fn::GetAtt'][0],
      ),
    );
    for (const [id, { Properties }] of ofType('AWS::SQS::Queue')) {
      expect(Properties['SqsManagedSseEnabled']).toBe(true);
      const deadLetters = Properties['RedrivePolicy']?.deadLetterTargetArn['Fn::GetAtt'][0];
      if (deadLetters === undefined) expect(alarmed).toContain(id);
      else expect(deadLetters).toMatch(/DeadLetters/);
    }
  });

  test('hides a message for six timeouts of its worker, which names what it could not do', () => {
    const mappings = ofType('AWS::Lambda::EventSourceMapping');
    expect(mappings.length).toBeGreaterThan(0);
    for (const [, { Properties }] of mappings) {
      const worker = resources[Properties['FunctionName'].Ref];
      const queue = resources[Properties['EventSourceArn']['Fn::GetAtt'][0]];
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
    const [, table] = the('AWS::DynamoDB::Table', 'Table');

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
    for (const [, { Properties }] of ofType('AWS::Lambda::Function')) {
      expect(Object.keys(Properties['Environment'].Variables)).toEqual(
        expect.arrayContaining([
          'TABLE_NAME',
          'UPLOADS_BUCKET',
          'OUTPUTS_BUCKET',
          'INTAKE_QUEUE_URL',
          'INTAKE_DEAD_LETTER_QUEUE_URL',
          'RENDER_QUEUE_URL',
          'SUMMARISE_QUEUE_URL',
        ]),
      );
    }
  });

  test('logs to a group of its own that forgets in time', () => {
    for (const [, { Properties }] of ofType('AWS::Lambda::Function')) {
      const group = resources[Properties['LoggingConfig'].LogGroup.Ref];
      expect(group?.Properties['RetentionInDays']).toBe(90);
    }
  });

  test.each(Object.keys(BUNDLES).map(capitalised))('%s: no wildcards, nothing deleted', (name) => {
    for (const grant of grantsOf(name)) {
      const [action, resource] = grant.split(' on ') as [string, string];
      expect(action).not.toContain('*');
      // Below a prefix or an index of one named thing, never everything.
      expect(resource).toMatch(/^[A-Z]\w+(\/(uploads|submissions|unfiled|summaries|index)\/\*)?$/);
      expect(action).not.toMatch(/:Delete(?!Message$)/);
    }
  });

  test.each([
    ['Intake', /^s3:GetObjectVersion on Uploads\/uploads\/\*$/, true],
    ['Render', / on Uploads/, false],
    ['Summarise', / on Uploads/, false],
    ['Sweep', /^s3:GetObject/, false],
    ['Intake', /^s3:PutObject on Outputs\/(submissions|unfiled)\/\*$/, true],
    ['Render', /^s3:PutObject on Outputs\/submissions\/\*$/, true],
    ['Render', /^s3:PutObject on Outputs\/summaries/, false],
    ['Summarise', /^s3:PutObject on Outputs\/summaries\/\*$/, true],
    ['Summarise', /^s3:PutObject on Outputs\/submissions/, false],
    ['Sweep', /^sqs:ReceiveMessage on IntakeDeadLetters$/, true],
    ['Intake', /^sqs:ReceiveMessage on IntakeDeadLetters$/, false],
    ['Render', /^sqs:SendMessage/, false],
    ['Render', /^dynamodb:PutItem/, false],
    ['Summarise', /^dynamodb:PutItem/, false],
  ])('%s, %s: %s', (name, grant, granted) => {
    expect(grantsOf(name).some((candidate) => grant.test(candidate))).toBe(granted);
  });
});

describe('settings', () => {
  test('name the stack and choose the architecture', () => {
    const chosen = synthesise({ stage: 'prod', architecture: 'x86_64' });
    const functions = Object.values(chosen.resources).filter(
      ({ Type }) => Type === 'AWS::Lambda::Function',
    );

    expect(chosen.name).toBe('jixiao-prod');
    expect(functions.map(({ Properties }) => Properties['Architectures'])).toEqual(
      functions.map(() => ['x86_64']),
    );
  });

  test.each([
    ['stage', 'Production!'],
    ['architecture', 'riscv'],
    ['logRetentionDays', '42'],
    ['alarmEmail', 'nobody'],
  ])('%s cannot be %s', (name, value) => {
    expect(() => synthesise({ [name]: value })).toThrow(new RegExp(name));
  });
});

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
