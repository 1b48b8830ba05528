import { readFileSync } from 'node:fs';
import { GetObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { DeleteMessageBatchCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { Context, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoSubmissions } from '../../functions/dynamo/submissions.ts';
import type { BatchHandler } from '../../functions/message-batch.ts';
import { seed } from '../../functions/seed.ts';
import type { SweepReport } from '../../shared/pipeline.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import { parseRegister } from '../../shared/unit.ts';
import type { Upload } from '../../shared/upload.ts';
import { uploadId } from '../../shared/upload-id.ts';
import { PERIODS } from '../../templates/periods.ts';
import { type MotoSystem, startMotoSystem } from './moto-system.ts';
import { REPORTS, reportSamples } from './sample-outputs.ts';
import { describeWith } from './tools.ts';

/*
 * The handlers of the functions on S3, SQS and DynamoDB of moto. moto's own S3 events name no version,
 * so none are asked for: the sweep finds each upload in the bucket and announces it.
 */

const SAMPLES = new URL('../../templates/samples/', import.meta.url);
const PUBLISHED_2021 = '2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx';
const PUBLISHED_2020 = '2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx';
/** Nothing is too young to be overdue. */
const SWEEP_EVERYTHING = { detail: { overdueMinutes: 0 } };

const sampleBytes = (name: string): Buffer => readFileSync(new URL(name, SAMPLES));

describeWith('moto', 'the pipeline on moto', () => {
  let system: MotoSystem;
  let submissions: Submissions;
  let sweep: (event: unknown) => Promise<SweepReport>;
  let handlers: readonly (readonly [queue: string, handler: BatchHandler])[];

  beforeAll(async () => {
    system = await startMotoSystem();
    const { documents, environment } = system;
    submissions = dynamoSubmissions(documents, environment.TABLE_NAME);
    const register = parseRegister(readFileSync(new URL('units.csv', SAMPLES), 'utf8'));
    await seed(register, PERIODS, submissions);
    await subscribeUnit('LG-FGJ');
    sweep = (await import('../../functions/sweep/handler.ts')).handler;
    handlers = [
      [environment.INTAKE_QUEUE_URL, (await import('../../functions/intake/handler.ts')).handler],
      [environment.RENDER_QUEUE_URL, (await import('../../functions/render/handler.ts')).handler],
      [
        environment.SUMMARISE_QUEUE_URL,
        (await import('../../functions/summarise/handler.ts')).handler,
      ],
    ];
  });
  afterAll(() => system.stop());

  /** Subscribes a queue to the notices of one unit, as docs/deploy.md says. */
  async function subscribeUnit(unit: string): Promise<void> {
    const sns = new SNSClient({});
    const { NOTICES_TOPIC_ARN: TopicArn } = system.environment;
    const Attributes = { FilterPolicy: JSON.stringify({ unit: [unit] }) };
    const Endpoint = system.toldQueue.arn;
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint, Attributes }));
    sns.destroy();
  }

  /** Drops bytes into the bucket, sweeps, and lets every queue run empty; returns what became of them. */
  async function drop(name: string, bytes: Uint8Array): Promise<Upload | null> {
    const Bucket = system.environment.UPLOADS_BUCKET;
    const Key = `uploads/${name}`;
    const put = new PutObjectCommand({ Bucket, Key, Body: bytes });
    const { VersionId = '' } = await system.s3.send(put);
    expect(await sweep(SWEEP_EVERYTHING)).toMatchObject({ lost: 1 });
    for (const [queue, handler] of handlers) await runEmpty(queue, handler);
    return submissions.upload(uploadId(Bucket, Key, VersionId));
  }

  /** Hands a queue's messages to its handler until none is left. Throws when one is handed back. */
  async function runEmpty(QueueUrl: string, handler: BatchHandler): Promise<void> {
    for (;;) {
      const receive = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        MessageSystemAttributeNames: ['All'],
      });
      const { Messages = [] } = await system.sqs.send(receive);
      if (Messages.length === 0) return;
      const Records = Messages.map(({ MessageId, Body, Attributes }) => ({
        messageId: MessageId,
        body: Body,
        attributes: Attributes,
      }));
      const event = { Records } as unknown as SQSEvent;
      const { batchItemFailures } = await handler(event, {} as Context);
      expect(batchItemFailures).toEqual([]);
      const Entries = Messages.map(({ MessageId, ReceiptHandle }) => ({
        Id: MessageId,
        ReceiptHandle,
      }));
      await system.sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
    }
  }

  /** The keys in the outputs bucket, one for each version. */
  async function outputs(): Promise<readonly string[]> {
    const list = new ListObjectVersionsCommand({ Bucket: system.environment.OUTPUTS_BUCKET });
    const { Versions = [] } = await system.s3.send(list);
    return Versions.map(({ Key = '' }) => Key).sort();
  }

  async function output(Key: string) {
    const get = new GetObjectCommand({ Bucket: system.environment.OUTPUTS_BUCKET, Key });
    const { Body, ContentType, ContentDisposition } = await system.s3.send(get);
    const bytes = await Body!.transformToByteArray();
    return { bytes, type: ContentType, disposition: ContentDisposition };
  }

  test('makes report, feedback, records and summary of a workbook dropped into the bucket', async () => {
    const upload = await drop(PUBLISHED_2021, sampleBytes(PUBLISHED_2021));
    expect(upload).toMatchObject({ status: 'accepted', revision: 1, outcome: { rows: 26 } });
    expect(await outputs()).toEqual([
      'submissions/2021/LG-FGJ/0001/feedback.xlsx',
      'submissions/2021/LG-FGJ/0001/findings.json',
      'submissions/2021/LG-FGJ/0001/records.json',
      'submissions/2021/LG-FGJ/0001/report.pdf',
      'submissions/2021/LG-FGJ/0001/stamped.pdf',
      'summaries/2021/00000001.csv',
      'summaries/2021/00000001.json',
      'summaries/2021/00000001.xlsx',
      'summaries/2021/summary.csv',
      'summaries/2021/summary.json',
      'summaries/2021/summary.schema.json',
      'summaries/2021/summary.xlsx',
    ]);
  });

  test('prints the very report that the command line prints', async () => {
    const commandLine = await reportSamples();
    const printed = readFileSync(commandLine.file(REPORTS['2021']));
    commandLine.remove();
    const { bytes, type, disposition } = await output('submissions/2021/LG-FGJ/0001/report.pdf');
    expect(Buffer.compare(bytes, printed)).toBe(0);
    expect(type).toBe('application/pdf');
    expect(decodeURIComponent(disposition ?? '')).toContain(
      '2021年度深圳市龙岗区发展和改革局部门预算项目绩效自评表.pdf',
    );
  });

  test('the same bytes again make no new outputs', async () => {
    const before = await outputs();
    const upload = await drop(PUBLISHED_2021, sampleBytes(PUBLISHED_2021));
    expect(upload).toMatchObject({ status: 'accepted' });
    expect(upload?.outcome?.duplicateOf).not.toBeNull();
    expect(await outputs()).toEqual(before);
  });

  test('returns a table with an error, and what is no workbook', async () => {
    const withError = await drop(PUBLISHED_2020, sampleBytes(PUBLISHED_2020));
    expect(withError).toMatchObject({ status: 'returned', outcome: { counts: { errors: 1 } } });
    const jpeg = await drop('2020/LG-GXJ/扫描 100%+.xlsx', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    expect(jpeg).toMatchObject({ status: 'returned', revision: 2, outcome: { rows: 0 } });
  });

  test('a unit that filters by its code is told of its own uploads alone', async () => {
    const receive = new ReceiveMessageCommand({
      QueueUrl: system.toldQueue.url,
      MaxNumberOfMessages: 10,
    });
    const { Messages = [] } = await system.sqs.send(receive);
    const told = Messages.map(({ Body = '' }) => JSON.parse(Body) as Record<string, string>);
    expect(told.map(({ Subject }) => Subject)).toEqual([
      'Jixiao 2021 LG-FGJ accepted',
      'Jixiao 2021 LG-FGJ accepted',
    ]);
    expect(told[1]?.['Message']).toMatch(
      /^2021 年度 LG-FGJ 第 2 版：已接收·待审核\n.*\n内容与之前/,
    );
  });
});
