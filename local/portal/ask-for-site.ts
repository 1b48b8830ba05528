import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { SITE_MESSAGE } from '../../functions/sqs-jobs.ts';
import { CREDENTIALS } from '../credentials.ts';
import type { Endpoints } from '../system.ts';
import { REGION } from '../wiring/names.ts';

/** Has the pages of the public site written as this version writes them, even where nothing is published. */
export async function askForSite({ queues, names }: Endpoints): Promise<void> {
  const sqs = new SQSClient({ endpoint: queues, region: REGION, credentials: CREDENTIALS });
  await sendSiteMessage(sqs, names['PublishQueueUrl'] ?? '');
  sqs.destroy();
}

/** The same on a publish queue anywhere. */
export async function sendSiteMessage(sqs: SQSClient, QueueUrl: string): Promise<void> {
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: SITE_MESSAGE }));
}
