import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { ACCOUNT, REGION } from '../wiring/names.ts';
import type { MappingWiring } from '../wiring/wiring.ts';
import { outliveDeaths } from './outlive-deaths.ts';
import type { Queues } from './queues.ts';

/** An event-source mapping at work. */
export interface Poller {
  /** Takes no more messages; resolves when those at work are done. */
  readonly stop: () => Promise<void>;
}

/** Seconds of one long poll. */
const WAIT = 20;
/** Milliseconds before a queue that does not answer is asked again. */
const RETRY = 1000;

/**
 * An event-source mapping: takes messages in batches, calls the function, and removes what it did.
 * What it did not do comes back when its visibility timeout is over, or goes to the dead letters.
 */
export function startPoller(
  mapping: MappingWiring,
  queues: Queues,
  invoke: (event: SQSEvent) => Promise<unknown>,
  log: (line: string) => void,
): Poller {
  const stopping = new AbortController();
  const atWork = new Set<Promise<void>>();

  async function poll(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (atWork.size >= mapping.maxConcurrency) {
        await Promise.race(atWork);
        continue;
      }
      const messages = await gather(mapping, queues, stopping.signal).catch(async (error) => {
        if (!stopping.signal.aborted) {
          log(`队列 ${mapping.queue} 读取失败，稍后再试 / could not be read: ${String(error)}`);
          await pause(RETRY, undefined, { signal: stopping.signal }).catch(() => {});
        }
        return [];
      });
      if (messages.length === 0) continue;
      const call = () =>
        outliveDeaths(() => invoke(eventOf(mapping.queue, messages)), stopping.signal, log);
      const work = processBatch(mapping, queues, messages, call, log).finally(() =>
        atWork.delete(work),
      );
      atWork.add(work);
    }
  }

  const polling = poll();
  return {
    async stop() {
      stopping.abort();
      await polling;
      await Promise.all(atWork);
    },
  };
}

/** Waits for a message, then, if the mapping has a window, for what else comes within it. */
async function gather(
  { queue, batchSize, window }: MappingWiring,
  queues: Queues,
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const messages = [...(await queues.receive(queue, batchSize, WAIT, signal))];
  const until = Date.now() + window * 1000;
  while (messages.length > 0 && messages.length < batchSize) {
    const seconds = Math.ceil((until - Date.now()) / 1000);
    if (seconds <= 0 || signal.aborted) break;
    const more = await queues.receive(queue, batchSize - messages.length, seconds, signal);
    messages.push(...more);
  }
  return messages;
}

async function processBatch(
  mapping: MappingWiring,
  queues: Queues,
  messages: readonly Message[],
  call: () => Promise<unknown>,
  log: (line: string) => void,
): Promise<void> {
  try {
    const answer = await call();
    const failed = failedMessages(mapping, messages, answer);
    if (failed.size > 0) {
      log(
        `${mapping.function}：${failed.size} 条消息未处理，稍后重试 / ${failed.size} messages not done, to be retried`,
      );
    }
    await queues.remove(
      mapping.queue,
      messages.filter((message) => !failed.has(message)),
    );
  } catch (error) {
    log(
      `${mapping.function}：处理失败，消息留在队列，稍后重试 / failed, left in the queue to be retried: ${String(error)}`,
    );
  }
}

/**
 * The messages that stay in the queue. A function that names a message it was not given, or none at
 * all, is not understood: then every message stays.
 */
export function failedMessages(
  mapping: MappingWiring,
  messages: readonly Message[],
  answer: unknown,
): ReadonlySet<Message> {
  if (!mapping.partialFailures) return new Set();
  const failures = (answer as Partial<SQSBatchResponse> | null | undefined)?.batchItemFailures;
  const failed = (failures ?? []).map(({ itemIdentifier }) =>
    messages.find(({ MessageId }) => MessageId === itemIdentifier),
  );
  return failed.includes(undefined) ? new Set(messages) : new Set(failed as Message[]);
}

const eventOf = (queue: string, messages: readonly Message[]): SQSEvent => ({
  Records: messages.map((message) => recordOf(queue, message)),
});

const recordOf = (queue: string, message: Message): SQSRecord => ({
  messageId: message.MessageId ?? '',
  receiptHandle: message.ReceiptHandle ?? '',
  body: message.Body ?? '',
  attributes: message.Attributes as unknown as SQSRecord['attributes'],
  messageAttributes: {},
  md5OfBody: message.MD5OfBody ?? '',
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws-cn:sqs:${REGION}:${ACCOUNT}:${queue}`,
  awsRegion: REGION,
});
