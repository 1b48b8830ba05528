import type { Logger } from '@aws-lambda-powertools/logger';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { noticeMessage } from '../shared/notice.ts';
import type { Notices } from '../shared/ports.ts';
import type { Environment } from './environment.ts';
import { loggable } from './loggable.ts';
import type { Measures } from './measures.ts';

/** An upload waits for its notice, so a topic that does not answer is given up in seconds. */
const PATIENCE = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
};

/**
 * Publishes each notice to the topic that unit and finance subscribe to, and counts the upload it is of.
 * The client is made once for a process.
 */
export function liveNotices(
  { NOTICES_TOPIC_ARN: TopicArn }: Pick<Environment, 'NOTICES_TOPIC_ARN'>,
  logger: Logger,
  measures: Measures,
  client: SNSClient = new SNSClient(PATIENCE),
): Notices {
  return {
    async send(notice) {
      measures.uploadEnded(notice);
      const { subject, text, attributes } = noticeMessage(notice);
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
    unsent({ uploadId, period, unit, revision, status }, error) {
      measures.noticeUnsent();
      const about = { uploadId, period, submitter: unit, revision, status };
      logger.error('a notice was not sent', { ...about, error: loggable(error) });
    },
  };
}
