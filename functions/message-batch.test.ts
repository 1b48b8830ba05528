import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { expect, test, vi } from 'vitest';
import { handleEach } from './message-batch.ts';

const batch = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body) => ({ messageId: body, body }) as SQSRecord),
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
  expect(logged.mock.calls.map(([, error]) => String(error))).toEqual([
    'Error: no bad',
    'Error: no worse',
  ]);
  expect(await handler(batch('bad'), context)).toEqual(failed('bad'));
  expect(await handler(batch('good'), context)).toEqual(failed());
});
