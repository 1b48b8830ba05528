import type { SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import type { UploadEvent } from '../shared/upload.ts';
import { uploadEvent } from '../test/sample-uploads.ts';
import { announcementOf } from './s3-event.ts';
import {
  publicationMessageIn,
  renderJobIn,
  SITE_MESSAGE,
  sqsDeadLetters,
  sqsJobs,
  summariseJobIn,
} from './sqs-jobs.ts';

const environment = {
  TABLE_NAME: 'table',
  UPLOADS_BUCKET: 'uploads',
  OUTPUTS_BUCKET: 'outputs',
  INTAKE_QUEUE_URL: 'https://sqs/intake',
  INTAKE_DEAD_LETTER_QUEUE_URL: 'https://sqs/dead',
  RENDER_QUEUE_URL: 'https://sqs/render',
  SUMMARISE_QUEUE_URL: 'https://sqs/summarise',
  PUBLISH_QUEUE_URL: 'https://sqs/publish',
  PUBLIC_BUCKET: 'public',
};

test('each job goes to its queue and is read back as it was', async () => {
  const sent: { QueueUrl: string; MessageBody: string; DelaySeconds: number }[] = [];
  const send = async ({ input }: { input: (typeof sent)[number] }) => void sent.push(input);
  const jobs = sqsJobs({ send } as unknown as SQSClient, environment);
  const revision = { period: '2021', submitter: 'LG-FGJ', revision: 3 };
  await jobs.render(revision);
  await jobs.summarise({ period: '2021' });
  await jobs.publish(revision);
  await jobs.summarise({ period: '2021', due: true }, 90);
  await jobs.bundle({ period: '2021' });
  expect(sent.map(({ QueueUrl }) => QueueUrl)).toEqual([
    environment.RENDER_QUEUE_URL,
    environment.SUMMARISE_QUEUE_URL,
    environment.PUBLISH_QUEUE_URL,
    environment.SUMMARISE_QUEUE_URL,
    environment.PUBLISH_QUEUE_URL,
  ]);
  expect(sent.slice(0, 4).map(({ DelaySeconds }) => DelaySeconds)).toEqual([0, 0, 0, 90]);
  expect(renderJobIn(sent[0]?.MessageBody ?? '')).toEqual(revision);
  expect(summariseJobIn(sent[1]?.MessageBody ?? '')).toEqual({ period: '2021' });
  expect(summariseJobIn(sent[3]?.MessageBody ?? '')).toEqual({ period: '2021', due: true });
  const submission = { period: '2021', submitter: 'LG-FGJ' };
  expect(publicationMessageIn(sent[2]?.MessageBody ?? '')).toEqual({
    kind: 'submission',
    job: submission,
  });
  // A period is packed when a rush is over.
  expect(sent[4]?.DelaySeconds).toBeGreaterThan(30);
  expect(publicationMessageIn(sent[4]?.MessageBody ?? '')).toEqual({
    kind: 'bundle',
    job: { period: '2021' },
  });
  expect(publicationMessageIn(SITE_MESSAGE)).toEqual({ kind: 'site' });
  expect(() => publicationMessageIn('{"period":"2021"}')).toThrow();
});

test('dead letters are deleted once buried; what cannot be read, or buried, stays', async () => {
  const deleted: unknown[] = [];
  const pages = [
    [
      { Body: 'no JSON', ReceiptHandle: 'a' },
      { Body: announcementOf(uploadEvent()).replace('%2F', '%F'), ReceiptHandle: 'malformed' },
      { Body: announcementOf(uploadEvent({ versionId: 'v1' })), ReceiptHandle: 'b' },
    ],
    [{ Body: announcementOf(uploadEvent({ versionId: 'v2' })), ReceiptHandle: 'c' }],
  ];
  const send = async ({ input }: { input: { ReceiptHandle?: string } }) => {
    if (input.ReceiptHandle === undefined) return { Messages: pages.shift() };
    deleted.push(input.ReceiptHandle);
    return {};
  };
  const letters = sqsDeadLetters({ send } as unknown as SQSClient, 'https://sqs/dead');
  const buried: UploadEvent[] = [];
  const bury = async (uploads: readonly UploadEvent[]): Promise<void> => {
    buried.push(...uploads);
  };
  expect(await letters.drain(bury)).toEqual({ read: 2, unreadable: 2 });
  expect(buried.map(({ versionId }) => versionId)).toEqual(['v1', 'v2']);
  expect(deleted).toEqual(['b', 'c']);

  pages.push([{ Body: announcementOf(uploadEvent()), ReceiptHandle: 'd' }]);
  await expect(letters.drain(() => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(deleted).toEqual(['b', 'c']);
});
