import type { Message } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, describe, expect, test } from 'vitest';
import type { MappingWiring } from '../wiring/wiring.ts';
import { FunctionFailure } from './function-process.ts';
import { failedMessages, type Poller, startPoller } from './queue-poller.ts';
import type { Queues } from './queues.ts';

const mapping: MappingWiring = {
  queue: 'work',
  function: 'worker',
  batchSize: 1,
  window: 0,
  maxConcurrency: 2,
  partialFailures: true,
};
const messages: Message[] = ['a', 'b', 'c'].map((id) => ({
  MessageId: id,
  ReceiptHandle: `receipt-${id}`,
  Body: id,
}));

let poller: Poller;

afterEach(async () => {
  await poller?.stop();
});

/** A queue in memory that hands each message out once. */
function queueOf(waiting: Message[]): Queues & { readonly removed: string[] } {
  const removed: string[] = [];
  return {
    removed,
    send: async () => {},
    async receive(_queue, count, _seconds, signal) {
      const taken = waiting.splice(0, Math.min(count, 10));
      if (taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      if (signal.aborted) throw new Error('aborted');
      return taken;
    },
    async remove(_queue, done) {
      removed.push(...done.map(({ MessageId }) => MessageId ?? ''));
    },
    close() {},
  };
}

const idsIn = (event: SQSEvent): string[] => event.Records.map(({ messageId }) => messageId);

test('each batch is handed over and, once done, removed', async () => {
  const queues = queueOf([...messages]);
  const seen: string[][] = [];
  poller = startPoller(
    mapping,
    queues,
    async (event) => seen.push(idsIn(event)),
    () => {},
  );

  await expect.poll(() => queues.removed.sort()).toEqual(['a', 'b', 'c']);
  expect(seen.every((batch) => batch.length === 1)).toBe(true);
});

test('a window gathers what comes within it, up to the size of a batch', async () => {
  const queues = queueOf([...messages]);
  const seen: string[][] = [];
  const gathering = { ...mapping, batchSize: 3, window: 30 };
  poller = startPoller(
    gathering,
    queues,
    async (event) => seen.push(idsIn(event)),
    () => {},
  );

  await expect.poll(() => seen).toEqual([['a', 'b', 'c']]);
});

test('no more calls at once than the mapping allows', async () => {
  const queues = queueOf([...messages]);
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 20));
    running -= 1;
  };
  poller = startPoller(mapping, queues, work, () => {});

  await expect.poll(() => queues.removed.length).toBe(3);
  expect(most).toBe(2);
});

test('a batch whose call fails stays in the queue, and is told', async () => {
  const queues = queueOf([...messages]);
  const lines: string[] = [];
  const work = async (event: SQSEvent) => {
    if (idsIn(event).includes('b')) throw new Error('out of reach');
  };
  poller = startPoller(mapping, queues, work, (line) => lines.push(line));

  await expect.poll(() => queues.removed.sort()).toEqual(['a', 'c']);
  expect(lines.join()).toContain('out of reach');
});

describe('a batch whose process dies', () => {
  const die = (): never => {
    throw new FunctionFailure('worker: exit SIGKILL', { died: true });
  };
  const refuse = (): never => {
    throw new FunctionFailure('worker: no such row', { died: false });
  };
  const answer = (): void => {};

  /** Polls one message with a function that does one of `attempts` after another. */
  function pollOne(...attempts: readonly (() => void)[]) {
    const { removed, ...queues } = queueOf(messages.slice(0, 1));
    const left = [...attempts];
    const lines: string[] = [];
    const work = async () => left.shift()?.();
    poller = startPoller(mapping, queues, work, (line) => lines.push(line));
    return { removed, left, lines };
  }

  test('is done in place by another process, and that is told', async () => {
    const { removed, lines } = pollOne(die, die, answer);

    await expect.poll(() => removed, { timeout: 30_000 }).toEqual(['a']);
    expect(lines).toEqual([
      expect.stringMatching(/SIGKILL.*again/),
      expect.stringMatching(/SIGKILL.*again/),
    ]);
  });

  test('is left to the queue after the third death', async () => {
    const { removed, left, lines } = pollOne(die, die, die, answer);

    await expect
      .poll(() => lines.at(-1), { timeout: 30_000 })
      .toMatch(/留在队列.*left in the queue/);
    expect(left).toEqual([answer]);
    expect(removed).toEqual([]);
  });

  test('is not begun again once the system stops', async () => {
    const { left, lines } = pollOne(die, answer);
    await expect.poll(() => lines, { timeout: 30_000 }).toHaveLength(1);
    await poller.stop();

    expect(left).toEqual([answer]);
  });

  test('is not one whose handler throws: to repeat that is up to the queue', async () => {
    const { left, lines } = pollOne(refuse, answer);
    await expect.poll(() => lines, { timeout: 30_000 }).toHaveLength(1);
    await poller.stop();

    expect(lines[0]).toContain('no such row');
    expect(left).toEqual([answer]);
  });
});

describe('messages that stay', () => {
  const idsOf = (failed: ReadonlySet<Message>) => [...failed].map(({ MessageId }) => MessageId);
  const answer = (...ids: string[]) => ({
    batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
  });

  test.each([
    ['those the function names', answer('b'), ['b']],
    ['none when it names none', answer(), []],
    ['none when it answers nothing', undefined, []],
    ['all when it names one it was not given', answer('b', 'x'), ['a', 'b', 'c']],
  ])('%s', (_what, given, expected) => {
    expect(idsOf(failedMessages(mapping, messages, given))).toEqual(expected);
  });

  test('none when the mapping does not ask for names', () => {
    const whole = { ...mapping, partialFailures: false };

    expect(idsOf(failedMessages(whole, messages, answer('b')))).toEqual([]);
  });
});
