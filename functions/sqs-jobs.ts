import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type {
  BundleJob,
  BundleJobs,
  DeadLetters,
  Jobs,
  PublicJobs,
  PublishJob,
  RenderJob,
  SummariseJob,
} from '../shared/ports.ts';
import type { UploadEvent } from '../shared/upload.ts';
import type { Environment } from './environment.ts';
import { announcementOf, uploadsIn } from './s3-event.ts';

/** Letters dealt with in one sweep; the next one takes the rest. */
const MOST_LETTERS = 500;
const LETTERS_AT_ONCE = 10;

/** Seconds after which a period is packed that something was published of: a rush is packed once. */
const BUNDLE_DELAY = 60;

/** The queues that wake each stage. */
export function sqsJobs(
  client: SQSClient,
  environment: Pick<
    Environment,
    'INTAKE_QUEUE_URL' | 'RENDER_QUEUE_URL' | 'SUMMARISE_QUEUE_URL' | 'PUBLISH_QUEUE_URL'
  >,
): Jobs & PublicJobs & BundleJobs {
  const send = async (QueueUrl: string, MessageBody: string, DelaySeconds = 0): Promise<void> => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody, DelaySeconds }));
  };
  return {
    render: ({ period, submitter, revision }) =>
      send(environment.RENDER_QUEUE_URL, JSON.stringify({ period, submitter, revision })),
    summarise: ({ period, due }, delaySeconds) =>
      send(environment.SUMMARISE_QUEUE_URL, JSON.stringify({ period, due }), delaySeconds),
    publish: ({ period, submitter }) =>
      send(environment.PUBLISH_QUEUE_URL, JSON.stringify({ period, submitter })),
    bundle: ({ period }) =>
      send(environment.PUBLISH_QUEUE_URL, JSON.stringify({ bundle: period }), BUNDLE_DELAY),
    intake: (upload) => send(environment.INTAKE_QUEUE_URL, announcementOf(upload)),
  };
}

const renderJob = z.object({
  period: z.string(),
  submitter: z.string(),
  revision: z.int().positive(),
});
const summariseJob = z.object({ period: z.string(), due: z.boolean().exactOptional() });

/** What the publish queue is told. */
export type PublicationMessage =
  | { readonly kind: 'submission'; readonly job: PublishJob }
  | { readonly kind: 'bundle'; readonly job: BundleJob }
  | { readonly kind: 'site' };

/** Has the site's own pages written anew. */
export const SITE_MESSAGE = JSON.stringify({ site: true });

const publicationMessage = z.union([
  z
    .strictObject({ period: z.string(), submitter: z.string() })
    .transform((job) => ({ kind: 'submission', job }) as const),
  z
    .strictObject({ bundle: z.string() })
    .transform(({ bundle }) => ({ kind: 'bundle', job: { period: bundle } }) as const),
  z.strictObject({ site: z.literal(true) }).transform(() => ({ kind: 'site' }) as const),
]);

/** Reads a message of the publish queue. Throws for anything else. */
export const publicationMessageIn = (body: string): PublicationMessage =>
  publicationMessage.parse(JSON.parse(body));

/** Reads a message of the render queue. Throws for anything else. */
export const renderJobIn = (body: string): RenderJob => renderJob.parse(JSON.parse(body));

/** Reads a message of the summarise queue. Throws for anything else. */
export const summariseJobIn = (body: string): SummariseJob => summariseJob.parse(JSON.parse(body));

/** The dead-letter queue of intake. */
export const sqsDeadLetters = (client: SQSClient, QueueUrl: string): DeadLetters => ({
  async drain(bury) {
    let read = 0;
    let unreadable = 0;
    while (read + unreadable < MOST_LETTERS) {
      const { Messages: letters = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: LETTERS_AT_ONCE }),
      );
      if (letters.length === 0) break;
      for (const { Body, ReceiptHandle } of letters) {
        const uploads = readableUploads(Body ?? '');
        if (uploads === null) {
          unreadable += 1;
          continue;
        }
        await bury(uploads);
        await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        read += 1;
      }
    }
    return { read, unreadable };
  },
});

/** Null for a letter that announces nothing: it stays, and so does the alarm of its queue. */
function readableUploads(body: string): readonly UploadEvent[] | null {
  try {
    return uploadsIn(body);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
