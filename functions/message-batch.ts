import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

/** A Lambda handler of an event source mapping that understands partial failures. */
export type BatchHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * Handles each message of a batch by its body and how often it was received, this time included. Those
 * that throw are logged and reported, so that only they come again; when the queue gives up on one, its
 * dead-letter queue raises the alarm.
 */
export function handleEach(
  handle: (body: string, received: number) => Promise<void>,
  logger: Logger,
): BatchHandler {
  const processor = new BatchProcessor(EventType.SQS);
  return async (event, context) => {
    const handleRecord = async ({ messageId, body, attributes }: SQSRecord): Promise<void> => {
      const received = Number(attributes.ApproximateReceiveCount);
      try {
        await handle(body, received);
      } catch (error) {
        // The message names an object or a revision, never what stands in a cell.
        logger.error('a message failed and comes again', { messageId, received, body, error });
        throw error;
      }
    };
    const response = await processPartialResponse(event, handleRecord, processor, {
      context,
      throwOnFullBatchFailure: false,
    });
    return response;
  };
}
