import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { IntakePorts, PublishPorts, SummarisePorts, SweepPorts } from '../shared/ports.ts';
import { dynamoSubmissions } from './dynamo/submissions.ts';
import type { Environment } from './environment.ts';
import { s3Outputs, s3Uploads } from './s3-files.ts';
import { s3Public } from './s3-public.ts';
import { sqsDeadLetters, sqsJobs } from './sqs-jobs.ts';

/**
 * The ports of AWS, with clients made once for a process. Endpoints other than AWS's own come from
 * `AWS_ENDPOINT_URL_S3` and its like, which the SDK reads by itself.
 */
export function livePorts(
  environment: Environment,
): Omit<SweepPorts, 'notices'> &
  Pick<IntakePorts, 'uploads'> &
  Pick<SummarisePorts, 'outputs'> &
  Pick<PublishPorts, 'publicFiles'> {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  // A server of one's own has no host name for each bucket.
  const s3 = new S3Client({ forcePathStyle: hasOwnEndpoint });
  // The region's endpoint, or one's own, is where queues are; never the host in a queue's URL.
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  return {
    submissions: dynamoSubmissions(documents, environment.TABLE_NAME),
    uploads: s3Uploads(s3, environment.UPLOADS_BUCKET),
    outputs: s3Outputs(s3, environment.OUTPUTS_BUCKET),
    publicFiles: s3Public(s3, environment.PUBLIC_BUCKET),
    jobs: sqsJobs(sqs, environment),
    deadLetters: sqsDeadLetters(sqs, environment.INTAKE_DEAD_LETTER_QUEUE_URL),
    clock: { now: () => new Date(), pause: (milliseconds) => pause(milliseconds) },
  };
}

const hasOwnEndpoint =
  (process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']) !== undefined;
