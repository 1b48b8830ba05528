import type { Logger } from '@aws-lambda-powertools/logger';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { type NoticeMessage, noticeMessage } from '../shared/notice.ts';
import type { Notices } from '../shared/ports.ts';
import { reviewNoticeMessage } from '../shared/review-notice.ts';
import type { Environment } from './environment.ts';
import { loggable } from './loggable.ts';
import type { Measures } from './measures.ts';

/** Uploads and acts wait for their notices, so a topic that does not answer is given up in seconds. */
const PATIENCE = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
};

/**
 * Publishes each notice to the topic that unit and finance subscribe to, and counts the upload that ended.
 * The client is made once for a process.
 */
export function liveNotices(
  { NOTICES_TOPIC_ARN: TopicArn }: Pick<Environment, 'NOTICES_TOPIC_ARN'>,
  logger: Logger,
  measures: Measures,
  client: SNSClient = new SNSClient(PATIENCE),
): Notices {
  const publish = async ({ subject, text, attributes }: NoticeMessage): Promise<void> => {
    const MessageAttributes = Object.fromEntries(
      Object.entries(attributes).map(([name, StringValue]) => [
        name,
        { DataType: 'String', StringValue },
      ]),
    );
    await client.send(
      new PublishCommand({ TopicArn, Subject: subject, Message: text, MessageAttributes }),
    );
  };
  return {
    async send(notice) {
      measures.uploadEnded(notice);
      await publish(noticeMessage(notice));
    },
    sendReview: (notice) => publish(reviewNoticeMessage(notice)),
    unsent({ uploadId, period, unit, revision, status }, error) {
      measures.noticeUnsent();
      const about = { uploadId, period, submitter: unit, revision, status };
      logger.error('a notice was not sent', { ...about, error: loggable(error) });
    },
  };
}
