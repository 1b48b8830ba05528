import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { loggable } from './loggable.ts';

/** A Lambda handler of an event source mapping that understands partial failures. */
export type BatchHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * Handles each message of a batch by its body and how often it was received, this time included. Those
 * that throw are logged and reported, so that only they come again; when the queue gives up on one, its
 * dead-letter queue raises the alarm. A failed message is logged by what `about` says of it and not whole:
 * an announcement holds the name of a file, and file names hold names of people. Nor does its error quote
 * anything.
 */
export function handleEach(
  handle: (body: string, received: number) => Promise<void>,
  logger: Logger,
  about: (body: string) => object,
): BatchHandler {
  const processor = new BatchProcessor(EventType.SQS);
  return async (event, context) => {
    const handleRecord = async ({ messageId, body, attributes }: SQSRecord): Promise<void> => {
      const received = Number(attributes.ApproximateReceiveCount);
      try {
        await handle(body, received);
      } catch (error) {
        const named = { messageId, received, ...idsIn(body, about) };
        logger.error('a message failed and comes again', { ...named, error: loggable(error) });
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

/** What a message is about; nothing where it cannot be read, which is then the error beside it. */
function idsIn(body: string, about: (body: string) => object): object {
  try {
    return about(body);
  } catch {
    return {};
  }
}
