import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { expect, test, vi } from 'vitest';
import { handleEach } from './message-batch.ts';

const received = (body: string, times: number): SQSRecord =>
  ({
    messageId: body,
    body,
    attributes: { ApproximateReceiveCount: String(times) },
  }) as SQSRecord;

const about = (body: string) => ({ uploadId: `of ${body}` });

const batch = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body) => received(body, 1)),
});

test('each message is handled with the number of times it was received', async () => {
  const seen: (readonly [string, number])[] = [];
  const handler = handleEach(
    async (body, times) => void seen.push([body, times]),
    new Logger(),
    about,
  );
  await handler({ Records: [received('new', 1), received('again', 3)] }, {} as Context);
  expect(seen).toEqual([
    ['new', 1],
    ['again', 3],
  ]);
});

test('only the messages that failed come again, each with its reason in the log', async () => {
  const logger = new Logger();
  const logged = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  const handler = handleEach(
    async (body) => {
      if (body !== 'good') throw new Error(`no ${body.length}`);
    },
    logger,
    about,
  );
  const failed = (...ids: string[]) => ({
    batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
  });

  const context = {} as Context;
  expect(await handler(batch('good', 'bad', 'worse'), context)).toEqual(failed('bad', 'worse'));
  expect(logged.mock.calls.map(([, more]) => more)).toEqual([
    {
      messageId: 'bad',
      received: 1,
      uploadId: 'of bad',
      error: expect.objectContaining({ message: 'no 3' }),
    },
    {
      messageId: 'worse',
      received: 1,
      uploadId: 'of worse',
      error: expect.objectContaining({ message: 'no 5' }),
    },
  ]);
  expect(await handler(batch('bad'), context)).toEqual(failed('bad'));
  expect(await handler(batch('good'), context)).toEqual(failed());
});

test('a message that cannot be read is logged by its id alone', async () => {
  const logger = new Logger();
  const logged = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  const unreadable = new Error('unreadable');
  const refuse = () => {
    throw unreadable;
  };
  await handleEach(
    refuse,
    logger,
    refuse,
  )({ Records: [{ ...received('张三.xlsx', 2), messageId: 'm1' }] }, {} as Context);
  expect(logged.mock.calls.map(([, more]) => more)).toEqual([
    { messageId: 'm1', received: 2, error: expect.objectContaining({ message: 'unreadable' }) },
  ]);
});
