import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { type Reminders, reminderMessage } from '../shared/reminder.ts';
import type { Environment } from './environment.ts';

/** Publishes reminders to the topic of the notices. The client is made once for a process. */
export function liveReminders(
  { NOTICES_TOPIC_ARN: TopicArn }: Pick<Environment, 'NOTICES_TOPIC_ARN'>,
  client: SNSClient = new SNSClient({}),
): Reminders {
  return {
    async remind(reminder) {
      const { subject, text, attributes } = reminderMessage(reminder);
      const MessageAttributes = Object.fromEntries(
        Object.entries(attributes).map(([name, StringValue]) => [
          name,
          { DataType: 'String', StringValue },
        ]),
      );
      await client.send(
        new PublishCommand({ TopicArn, Subject: subject, Message: text, MessageAttributes }),
      );
    },
  };
}
