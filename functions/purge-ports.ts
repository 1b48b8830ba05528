import { setTimeout as pause } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PurgePorts } from '../shared/operator-ports.ts';
import { dynamoRemovals } from './dynamo/removals.ts';
import { dynamoSubmissions } from './dynamo/submissions.ts';
import { s3Uploads } from './s3-files.ts';
import { s3Erasable } from './s3-versions.ts';

/** Where an installation keeps things. */
export interface PurgePlaces {
  readonly table: string;
  readonly uploads: string;
  readonly outputs: string;
  /** URL of the queue that wakes `summarise`. */
  readonly summariseQueue: string;
  /** URL of the queue that wakes `publish`. */
  readonly publishQueue: string;
}

/** Clients of an installation. */
export interface PurgeClients {
  readonly documents: DynamoDBDocumentClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
}

/** The ports of a purge on AWS. They are an operator's: no function may erase anything. */
export const purgePorts = (
  { documents, s3, sqs }: PurgeClients,
  { table, uploads, outputs, summariseQueue, publishQueue }: PurgePlaces,
): PurgePorts => ({
  submissions: dynamoSubmissions(documents, table),
  removals: dynamoRemovals({ documents, name: table }),
  uploads: { ...s3Erasable(s3, uploads), readUpload: s3Uploads(s3, uploads).readUpload },
  outputs: s3Erasable(s3, outputs),
  jobs: {
    async summarise({ period, due }) {
      const MessageBody = JSON.stringify({ period, due });
      await sqs.send(new SendMessageCommand({ QueueUrl: summariseQueue, MessageBody }));
    },
    async publish({ period, submitter }) {
      const MessageBody = JSON.stringify({ period, submitter });
      await sqs.send(new SendMessageCommand({ QueueUrl: publishQueue, MessageBody }));
    },
  },
  clock: { now: () => new Date(), pause: (milliseconds) => pause(milliseconds) },
});
