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

const batch = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body) => received(body, 1)),
});

test('each message is handled with the number of times it was received', async () => {
  const seen: (readonly [string, number])[] = [];
  const handler = handleEach(async (body, times) => void seen.push([body, times]), new Logger());
  await handler({ Records: [received('new', 1), received('again', 3)] }, {} as Context);
  expect(seen).toEqual([
    ['new', 1],
    ['again', 3],
  ]);
});

test('only the messages that failed come again, each with its reason in the log', async () => {
  const logger = new Logger();
  const logged = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
  const handler = handleEach(async (body) => {
    if (body !== 'good') throw new Error(`no ${body}`);
  }, logger);
  const failed = (...ids: string[]) => ({
    batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
  });

  const context = {} as Context;
  expect(await handler(batch('good', 'bad', 'worse'), context)).toEqual(failed('bad', 'worse'));
  expect(logged.mock.calls.map(([, more]) => more)).toMatchObject([
    { body: 'bad', received: 1, error: new Error('no bad') },
    { body: 'worse', received: 1, error: new Error('no worse') },
  ]);
  expect(await handler(batch('bad'), context)).toEqual(failed('bad'));
  expect(await handler(batch('good'), context)).toEqual(failed());
});
