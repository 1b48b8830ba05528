import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CREDENTIALS } from './credentials.ts';
import { FREE_PORTS } from './ports.ts';
import { type RunningSystem, startSystem } from './system.ts';
import { REGION } from './wiring/names.ts';

/*
 * The runner on a system of its own: a bucket, a queue, a function that notes what it is given in a
 * file, another on a schedule. The product's own template runs in test/local-system.test.ts.
 */

let folder: string;
let systems: RunningSystem[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jixiao-system-'));
  systems = [];
  await writeAssembly();
});

afterEach(async () => {
  for (const system of systems) await system.stop();
  await rm(folder, { recursive: true });
});

const notes = (): string => path.join(folder, 'notes');
const noted = async (): Promise<string[]> =>
  (await readFile(notes(), 'utf8')).split('\n').filter((line) => line !== '');

async function start(): Promise<RunningSystem> {
  const system = await startSystem({
    dataFolder: path.join(folder, 'data'),
    assembly: path.join(folder, 'cdk.out'),
    log: () => {},
  });
  systems.push(system);
  return system;
}

async function upload(system: RunningSystem, key: string): Promise<string | undefined> {
  const client = new S3Client({
    endpoint: system.s3,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  const put = new PutObjectCommand({ Bucket: 'jixiao-uploads', Key: key, Body: 'x' });
  const { VersionId } = await client.send(put);
  client.destroy();
  return VersionId;
}

const worker = `
  import { existsSync } from 'node:fs';
import { appendFileSync } from 'node:fs';
  export async function handler(event) {
    const note = (line) => appendFileSync(process.env.NOTES, line + '\\n');
    if (event['detail-type'] === 'Scheduled Event') return note('schedule');
    for (const { body, eventSourceARN } of event.Records) {
      const queue = eventSourceARN.split(':').at(-1);
      const { object } = JSON.parse(body).Records[0].s3;
      note(queue + ' ' + object.key + ' ' + object.versionId);
      if (queue === 'queue' && object.key === 'poison') throw new Error('cannot be done');
    }
    return { batchItemFailures: [] };
  }`;

/** A cloud assembly as the CDK writes it. */
async function writeAssembly(): Promise<void> {
  const assembly = path.join(folder, 'cdk.out');
  await mkdir(path.join(assembly, 'asset'), { recursive: true });
  await writeFile(path.join(assembly, 'asset/index.mjs'), worker);
  await appendFile(notes(), '');
  const files = {
    'manifest.json': { artifacts: { tiny: { type: 'aws:cloudformation:stack' } } },
    'tiny.assets.json': { files: { abc: { source: { path: 'asset' } } } },
    'tiny.template.json': { Resources: resources },
  };
  const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
  Object.assign(resources.Worker.Properties.Environment.Variables, { NOTES: notes() });
  Object.assign(resources.Queue.Properties, {
    RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 },
  });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(assembly, name), JSON.stringify(content));
  }
}

const target = {
  Id: '1',
  Arn: { 'Fn::GetAtt': ['Worker', 'Arn'] },
  RetryPolicy: { MaximumRetryAttempts: 0 },
};
const mapping = (queue: string) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    EventSourceArn: { 'Fn::GetAtt': [queue, 'Arn'] },
    FunctionName: { Ref: 'Worker' },
    BatchSize: 1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: 2 },
  },
});
const resources = {
  Uploads: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      VersioningConfiguration: { Status: 'Enabled' },
      NotificationConfiguration: {
        QueueConfigurations: [
          { Event: 's3:ObjectCreated:*', Queue: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
        ],
      },
    },
  },
  Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 1 } },
  Dead: { Type: 'AWS::SQS::Queue' },
  Worker: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'assets', S3Key: 'abc.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Environment: { Variables: {} },
    },
  },
  Work: mapping('Queue'),
  Burial: mapping('Dead'),
  Sweep: {
    Type: 'AWS::Events::Rule',
    Properties: { ScheduleExpression: 'rate(5 minutes)', State: 'ENABLED', Targets: [target] },
  },
};

test('an object reaches the function behind its bucket; the schedule calls at once', async () => {
  const system = await start();
  const version = await upload(system, 'one');

  await expect
    .poll(noted, { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['schedule', `queue one ${version}`]));
});

test('what fails is tried again as often as the queue says, then laid aside', async () => {
  const system = await start();
  const version = await upload(system, 'poison');
  await expect.poll(noted, { timeout: 30_000 }).toContain(`dead poison ${version}`);

  expect((await noted()).filter((line) => line.startsWith('queue poison'))).toHaveLength(2);
});

test('objects and what was laid down stay from one start to the next', async () => {
  const first = await start();
  await upload(first, 'kept');
  await expect.poll(async () => (await noted()).length, { timeout: 30_000 }).toBe(2);
  await first.stop();
  const second = await start();
  await upload(second, 'new');

  await expect
    .poll(async () => (await noted()).map((line) => line.split(' ')[1] ?? line).sort(), {
      timeout: 30_000,
    })
    .toEqual(['kept', 'new', 'schedule', 'schedule']);
});

describe('a start that cannot be', () => {
  test('says that another system holds the data folder', async () => {
    await start();

    await expect(start()).rejects.toThrow(/正在使用数据目录/);
  });

  test.each(['queues/fauxqs.db', 'objects.db'])('says that %s is damaged', async (file) => {
    await (await start()).stop();
    await writeFile(path.join(folder, 'data', file), 'no database at all, but long enough to see');

    await expect(start()).rejects.toThrow(/可能已损坏/);
  });

  test.each(['queues', 'objects.db', 'tables'])('says that %s is gone', async (part) => {
    await (await start()).stop();
    await rm(path.join(folder, 'data', part), { recursive: true });

    await expect(start()).rejects.toThrow(/可能已损坏/);
  });

  test('says which port is taken, and makes no data folder', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    for (const name of Object.keys(FREE_PORTS)) {
      const ports = { ...FREE_PORTS, [name]: port };
      const settings = { dataFolder: path.join(folder, 'data'), ports, log: () => {} };

      await expect(
        startSystem({ ...settings, assembly: path.join(folder, 'cdk.out') }),
      ).rejects.toThrow(new RegExp(`端口 ${port} 已被占用`));
    }
    other.close();
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  });
});
