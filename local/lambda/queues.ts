import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { CREDENTIALS } from '../credentials.ts';
import { ACCOUNT, REGION } from '../wiring/names.ts';
import type { QueueWiring } from '../wiring/wiring.ts';

/** The queues of this machine, by name. */
export interface Queues {
  readonly send: (queue: string, body: string) => Promise<unknown>;
  /** Up to `count` (at most 10) messages; waits up to `seconds` for the first. */
  readonly receive: (
    queue: string,
    count: number,
    seconds: number,
    signal: AbortSignal,
  ) => Promise<readonly Message[]>;
  readonly remove: (queue: string, messages: readonly Message[]) => Promise<void>;
  readonly close: () => void;
}

/** SQS itself takes ten messages in one call. */
const LARGEST_CALL = 10;

const queueUrl = (endpoint: string, queue: string): string => `${endpoint}/${ACCOUNT}/${queue}`;

/** What fauxqs calls a queue. */
export const queueArn = (queue: string): string => `arn:aws:sqs:${REGION}:${ACCOUNT}:${queue}`;

/** Makes the queues of the template, or gives those that exist its attributes, and speaks to them. */
export async function openQueues(
  endpoint: string,
  wirings: readonly QueueWiring[],
): Promise<Queues> {
  const client = new SQSClient({
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    // fauxqs names its queues by a host that does not resolve everywhere.
    useQueueUrlAsEndpoint: false,
  });
  // A dead-letter queue has to exist before a queue names it.
  const deadLettersFirst = [...wirings].sort(
    (one, other) => Number(one.deadLetters !== null) - Number(other.deadLetters !== null),
  );
  for (const wiring of deadLettersFirst) await openQueue(client, endpoint, wiring);

  return {
    send: (queue, body) =>
      client.send(
        new SendMessageCommand({ QueueUrl: queueUrl(endpoint, queue), MessageBody: body }),
      ),
    async receive(queue, count, seconds, signal) {
      const command = new ReceiveMessageCommand({
        QueueUrl: queueUrl(endpoint, queue),
        MaxNumberOfMessages: Math.min(count, LARGEST_CALL),
        WaitTimeSeconds: seconds,
        MessageSystemAttributeNames: ['All'],
      });
      const { Messages = [] } = await client.send(command, { abortSignal: signal });
      return Messages;
    },
    async remove(queue, messages) {
      for (let from = 0; from < messages.length; from += LARGEST_CALL) {
        const some = messages.slice(from, from + LARGEST_CALL);
        await client.send(
          new DeleteMessageBatchCommand({
            QueueUrl: queueUrl(endpoint, queue),
            Entries: some.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
          }),
        );
      }
    },
    close: () => client.destroy(),
  };
}

async function openQueue(client: SQSClient, endpoint: string, wiring: QueueWiring): Promise<void> {
  await client.send(new CreateQueueCommand({ QueueName: wiring.name }));
  const redrive = wiring.deadLetters && {
    deadLetterTargetArn: queueArn(wiring.deadLetters.queue),
    maxReceiveCount: wiring.deadLetters.maxReceiveCount,
  };
  await client.send(
    new SetQueueAttributesCommand({
      QueueUrl: queueUrl(endpoint, wiring.name),
      Attributes: {
        VisibilityTimeout: String(wiring.visibilityTimeout),
        MessageRetentionPeriod: String(wiring.retention),
        RedrivePolicy: redrive === null ? '' : JSON.stringify(redrive),
      },
    }),
  );
}
