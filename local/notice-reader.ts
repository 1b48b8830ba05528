import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CREDENTIALS } from './credentials.ts';
import { openQueues, queueArn } from './lambda/queues.ts';
import { REGION, topicArn } from './wiring/names.ts';
import type { QueueWiring, TopicWiring } from './wiring/wiring.ts';

/** A notice as a subscriber gets it. */
export interface SentNotice {
  readonly subject: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Subscribed to every topic; nothing of the template has this name. */
const READER: QueueWiring = {
  name: 'local-notice-reader',
  visibilityTimeout: 30,
  retention: 345_600,
  deadLetters: null,
};

/** Messages at once, and seconds to wait for the first. */
const AT_ONCE = 10;
const WAIT = 20;

/** Makes the topics and hands over each notice, in the place of those who subscribe on AWS. */
export async function startNoticeReader(
  endpoint: string,
  topics: readonly TopicWiring[],
  read: (notice: SentNotice) => void,
): Promise<{ readonly stop: () => Promise<void> }> {
  const queues = await openQueues(endpoint, [READER]);
  await subscribe(endpoint, topics);
  const stopped = new AbortController();

  async function readAll(): Promise<void> {
    while (!stopped.signal.aborted) {
      const messages = await queues.receive(READER.name, AT_ONCE, WAIT, stopped.signal);
      for (const { Body = '' } of messages) read(noticeIn(Body));
      await queues.remove(READER.name, messages);
    }
  }
  const reading = readAll().catch((error: unknown) => {
    if (!stopped.signal.aborted) throw error;
  });
  return {
    async stop() {
      stopped.abort();
      await reading;
      queues.close();
    },
  };
}

async function subscribe(endpoint: string, topics: readonly TopicWiring[]): Promise<void> {
  const client = new SNSClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  for (const { name } of topics) {
    await client.send(new CreateTopicCommand({ Name: name }));
    await client.send(
      new SubscribeCommand({
        TopicArn: topicArn(name),
        Protocol: 'sqs',
        Endpoint: queueArn(READER.name),
      }),
    );
  }
  client.destroy();
}

interface Envelope {
  readonly Subject?: string;
  readonly Message: string;
  readonly MessageAttributes?: Readonly<Record<string, { readonly Value: string }>>;
}

function noticeIn(body: string): SentNotice {
  const { Subject = '', Message, MessageAttributes = {} } = JSON.parse(body) as Envelope;
  const attributes = Object.entries(MessageAttributes).map(([name, { Value }]) => [name, Value]);
  return { subject: Subject, text: Message, attributes: Object.fromEntries(attributes) };
}
