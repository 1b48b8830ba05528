import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  type ListQueuesCommandOutput,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { RedriveQueue } from '../shared/operator-ports.ts';

/** A queue of work, and where what it gives up is laid aside. */
export interface WorkQueueUrls {
  readonly name: string;
  readonly url: string;
  readonly deadLetters: string;
}

const LETTERS_AT_ONCE = 10;
/** Seconds that a letter is hidden from others while it is put back. */
const HIDDEN = 60;

const nameIn = (urlOrArn: string): string => urlOrArn.split(/[/:]/).at(-1) ?? '';

/** The queues whose names begin so and that lay aside what they give up, by name. */
export async function workQueues(
  client: SQSClient,
  prefix: string,
): Promise<readonly WorkQueueUrls[]> {
  const found: WorkQueueUrls[] = [];
  let from: string | undefined;
  do {
    const page: ListQueuesCommandOutput = await client.send(
      new ListQueuesCommand({
        MaxResults: 1000,
        ...(prefix !== '' && { QueueNamePrefix: prefix }),
        ...(from !== undefined && { NextToken: from }),
      }),
    );
    for (const url of page.QueueUrls ?? []) {
      const deadLetters = await deadLettersOf(client, url);
      if (deadLetters !== null) found.push({ name: nameIn(url), url, deadLetters });
    }
    from = page.NextToken;
  } while (from !== undefined);
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** URL of the queue that takes what this one gives up; null if none does. */
async function deadLettersOf(client: SQSClient, url: string): Promise<string | null> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['RedrivePolicy'] }),
  );
  const policy = Attributes?.['RedrivePolicy'];
  if (!policy) return null;
  const { deadLetterTargetArn } = JSON.parse(policy) as { deadLetterTargetArn: string };
  const { QueueUrl } = await client.send(
    new GetQueueUrlCommand({ QueueName: nameIn(deadLetterTargetArn) }),
  );
  if (QueueUrl === undefined) throw new Error(`SQS knows no queue ${deadLetterTargetArn}`);
  return QueueUrl;
}

/** The dead letters of a queue on SQS. */
export const sqsRedriveQueue = (
  client: SQSClient,
  { name, url, deadLetters }: WorkQueueUrls,
): RedriveQueue => ({
  name,

  async count() {
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({
        QueueUrl: deadLetters,
        AttributeNames: ['ApproximateNumberOfMessages'],
      }),
    );
    return Number(Attributes?.['ApproximateNumberOfMessages'] ?? 0);
  },

  async take() {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLetters,
        MaxNumberOfMessages: LETTERS_AT_ONCE,
        VisibilityTimeout: HIDDEN,
        // A long poll asks every server of the queue; a short one may miss letters.
        WaitTimeSeconds: 1,
      }),
    );
    return Messages.map(({ Body, ReceiptHandle }) => ({
      async putBack() {
        await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: Body }));
      },
      async remove() {
        await client.send(new DeleteMessageCommand({ QueueUrl: deadLetters, ReceiptHandle }));
      },
    }));
  },
});
