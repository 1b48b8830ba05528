import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { livePorts } from '../../functions/live-ports.ts';
import { PASSING_TAG } from '../../functions/passing-tag.ts';
import { announcementOf, uploadsIn } from '../../functions/s3-event.ts';
import { renderJobIn, summariseJobIn } from '../../functions/sqs-jobs.ts';
import type { UploadEvent } from '../../shared/upload.ts';
import { uploadEvent } from '../sample-uploads.ts';
import { type MotoSystem, startMotoSystem } from './moto-system.ts';
import { describeWith } from './tools.ts';

/* What the functions ask of S3 and SQS, asked of moto. */

const LIMIT = 1024;
/** What S3 needs to be asked twice for: it lists a thousand versions at a time. */
const MORE_THAN_A_PAGE = 1003;
const AT_ONCE = 20;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describeWith('moto', 'the ports of AWS on moto', () => {
  let system: MotoSystem;
  let ports: ReturnType<typeof livePorts>;

  beforeAll(async () => {
    system = await startMotoSystem();
    ports = (await import('../../functions/live-ports.ts')).livePorts(system.environment);
  });
  afterAll(() => system.stop());

  const put = async (key: string, text: string): Promise<UploadEvent> => {
    const bucket = system.environment.UPLOADS_BUCKET;
    const Body = bytesOf(text);
    const command = new PutObjectCommand({ Bucket: bucket, Key: key, Body });
    const { VersionId = '' } = await system.s3.send(command);
    return uploadEvent({ bucket, key, versionId: VersionId, size: Body.length });
  };

  const receive = async (QueueUrl: string): Promise<string> => {
    const { Messages = [] } = await system.sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    return Messages[0]?.Body ?? '';
  };

  test('reads exactly the version that was announced', async () => {
    const first = await put('uploads/2021/LG-FGJ/表.xlsx', '第一版');
    const second = await put('uploads/2021/LG-FGJ/表.xlsx', '第二版');
    expect(await ports.uploads.readUpload(first, LIMIT)).toEqual(bytesOf('第一版'));
    expect(await ports.uploads.readUpload(second, LIMIT)).toEqual(bytesOf('第二版'));
  });

  test('says of a version that was deleted that it is gone, and still reads the other', async () => {
    const first = await put('uploads/2021/LG-FGJ/删.xlsx', '第一版');
    const second = await put('uploads/2021/LG-FGJ/删.xlsx', '第二版');
    const { bucket: Bucket, key: Key, versionId: VersionId } = second;
    await system.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    await system.s3.send(new DeleteObjectCommand({ Bucket, Key }));
    expect(await ports.uploads.readUpload(second, LIMIT)).toBe('gone');
    expect(await ports.uploads.readUpload(first, LIMIT)).toEqual(bytesOf('第一版'));
  });

  test('does not read what is too large', async () => {
    const large = await put('uploads/2021/LG-FGJ/大.xlsx', 'x'.repeat(LIMIT + 1));
    expect(await ports.uploads.readUpload(large, LIMIT)).toBe('too-large');
  });

  test('lists every version, whatever its key, over several pages', async () => {
    const folder = 'uploads/2021/LG-LIST/';
    const keys = ['年度 自评表+100%.xlsx', 'a&b<c>.xlsx', '表.xlsx', '表.xlsx'];
    while (keys.length < MORE_THAN_A_PAGE) keys.push(`${keys.length}.xlsx`);
    const sent: string[] = [];
    for (let from = 0; from < keys.length; from += AT_ONCE) {
      const some = keys.slice(from, from + AT_ONCE).map((key) => put(folder + key, key));
      for (const { key, versionId } of await Promise.all(some)) sent.push(`${key} ${versionId}`);
    }
    const pages: (readonly UploadEvent[])[] = [];
    for await (const page of ports.uploads.listUploads()) pages.push(page);
    expect(pages.length).toBeGreaterThan(1);
    const found = pages.flat().filter(({ key }) => key.startsWith(folder));
    expect(found.map(({ key, versionId }) => `${key} ${versionId}`).sort()).toEqual(sent.sort());
    for (const { eventTime, size } of found) {
      expect(eventTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(size).toBeGreaterThan(0);
    }
  });

  test.each([
    ['small', 10],
    ['in several parts', 11 * 1024 * 1024],
  ])('writes an output: %s', async (_, length) => {
    const bytes = new Uint8Array(length).fill(7);
    const downloadName = "龙岗区'21 (100%).pdf";
    const file = { contentType: 'application/pdf', downloadName };
    await ports.outputs.writeOutput(`submissions/${length}.pdf`, bytes, file);
    const { OUTPUTS_BUCKET: Bucket } = system.environment;
    const get = new GetObjectCommand({ Bucket, Key: `submissions/${length}.pdf` });
    const { Body, ContentType, ContentDisposition = '' } = await system.s3.send(get);
    expect(Buffer.compare(await Body!.transformToByteArray(), bytes)).toBe(0);
    expect(ContentType).toBe('application/pdf');
    const [, name = ''] = /^attachment; filename\*=UTF-8''(\S+)$/.exec(ContentDisposition) ?? [];
    expect(decodeURIComponent(name)).toBe(downloadName);
  });

  test('marks a summary that is not kept for good, and not what is copied from it', async () => {
    const { OUTPUTS_BUCKET: Bucket } = system.environment;
    const tagsOf = async (Key: string) =>
      (await system.s3.send(new GetObjectTaggingCommand({ Bucket, Key }))).TagSet;
    const [passing, lasting, newest] = ['00000002', '00000001', 'summary'].map(
      (name) => `summaries/2021/${name}.csv`,
    ) as [string, string, string];
    const file = { contentType: 'text/csv', downloadName: '汇总表.csv' };
    async function* rows() {
      yield bytesOf('a,b');
    }
    await ports.outputs.streamOutput(lasting, rows(), { ...file, lasting: true });
    await ports.outputs.streamOutput(passing, rows(), { ...file, lasting: false });
    await ports.outputs.copyOutput(passing, newest);
    expect(await tagsOf(passing)).toEqual([{ Key: PASSING_TAG.name, Value: PASSING_TAG.value }]);
    expect([await tagsOf(lasting), await tagsOf(newest)]).toEqual([[], []]);
    const copy = await system.s3.send(new GetObjectCommand({ Bucket, Key: newest }));
    expect(copy.ContentDisposition).toContain(encodeURIComponent('汇总表.csv'));
  });

  test('sends jobs that their receivers understand', async () => {
    const { environment } = system;
    const revision = { period: '2021', submitter: 'LG-FGJ', revision: 3 };
    await ports.jobs.render(revision);
    expect(renderJobIn(await receive(environment.RENDER_QUEUE_URL))).toEqual(revision);
    await ports.jobs.summarise({ period: '2021' });
    expect(summariseJobIn(await receive(environment.SUMMARISE_QUEUE_URL))).toEqual({
      period: '2021',
    });
    const upload = uploadEvent({ key: 'uploads/2021/LG-FGJ/年度 自评表+100%.xlsx' });
    await ports.jobs.intake(upload);
    expect(uploadsIn(await receive(environment.INTAKE_QUEUE_URL))).toEqual([upload]);
  });

  test('drains dead letters, but leaves the unreadable ones', async () => {
    const QueueUrl = system.environment.INTAKE_DEAD_LETTER_QUEUE_URL;
    const upload = uploadEvent();
    for (const MessageBody of [announcementOf(upload), '{"not": "an event"}']) {
      await system.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    }
    const buried: UploadEvent[] = [];
    const drained = await ports.deadLetters.drain(async (uploads) => {
      buried.push(...uploads);
    });
    expect(drained).toEqual({ read: 1, unreadable: 1 });
    expect(buried).toEqual([upload]);
    const attributes = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] });
    const { Attributes } = await system.sqs.send(attributes);
    expect(Attributes?.['ApproximateNumberOfMessagesNotVisible']).toBe('1');
  });
});
