import { SQSClient } from '@aws-sdk/client-sqs';
import type { IntakePorts, PublishPorts, SummarisePorts, SweepPorts } from '../shared/ports.ts';
import { documentClient } from './document-client.ts';
import { dynamoSubmissions } from './dynamo/submissions.ts';
import type { Environment } from './environment.ts';
import { s3Client } from './s3-client.ts';
import { s3Outputs, s3Uploads } from './s3-files.ts';
import { s3Public } from './s3-public.ts';
import { sqsDeadLetters, sqsJobs } from './sqs-jobs.ts';
import { systemClock } from './system-clock.ts';

/** The ports of AWS. */
export function livePorts(
  environment: Environment,
): Omit<SweepPorts, 'notices' | 'reminders' | 'people'> &
  Pick<IntakePorts, 'uploads'> &
  Pick<SummarisePorts, 'outputs'> &
  Pick<PublishPorts, 'publicFiles' | 'jobs'> {
  const documents = documentClient();
  const s3 = s3Client();
  // The region's endpoint, or one's own, is where queues are; never the host in a queue's URL.
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  return {
    submissions: dynamoSubmissions(documents, environment.TABLE_NAME),
    uploads: s3Uploads(s3, environment.UPLOADS_BUCKET),
    outputs: s3Outputs(s3, environment.OUTPUTS_BUCKET),
    publicFiles: s3Public(s3, environment.PUBLIC_BUCKET),
    jobs: sqsJobs(sqs, environment),
    deadLetters: sqsDeadLetters(sqs, environment.INTAKE_DEAD_LETTER_QUEUE_URL),
    clock: systemClock,
  };
}
