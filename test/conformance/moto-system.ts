import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { vi } from 'vitest';
import type { Environment } from '../../functions/environment.ts';
import { dynamoServer } from '../dynamo-server.ts';
import { startMoto } from './servers.ts';

/** Buckets, queues and table of the system in an empty moto, and clients that speak to it. */
export interface MotoSystem {
  /** What the stack would tell the functions. */
  readonly environment: Environment;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly documents: DynamoDBDocumentClient;
  /** A queue for whoever subscribes to the notices. */
  readonly toldQueue: { readonly url: string; readonly arn: string };
  readonly stop: () => Promise<void>;
}

const REGION = 'us-east-1';

/**
 * Starts moto with all that the functions need. The environment variables of this process then lead
 * every AWS client to it: import what makes clients when it is loaded only afterwards.
 */
export async function startMotoSystem(): Promise<MotoSystem> {
  const moto = await startMoto();
  vi.stubEnv('AWS_ENDPOINT_URL', moto.endpoint);
  vi.stubEnv('AWS_REGION', REGION);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'ERROR');
  const s3 = new S3Client({ forcePathStyle: true });
  const sqs = new SQSClient({});
  const dynamo = dynamoServer(moto.endpoint, moto.stop);
  const environment: Environment = {
    SYSTEM_NAME: 'jixiao-moto',
    TABLE_NAME: await dynamo.emptyTable(),
    UPLOADS_BUCKET: await createBucket(s3, 'uploads'),
    OUTPUTS_BUCKET: await createBucket(s3, 'outputs'),
    INTAKE_QUEUE_URL: await createQueue(sqs, 'intake'),
    INTAKE_DEAD_LETTER_QUEUE_URL: await createQueue(sqs, 'intake-dead-letters'),
    RENDER_QUEUE_URL: await createQueue(sqs, 'render'),
    SUMMARISE_QUEUE_URL: await createQueue(sqs, 'summarise'),
    PUBLISH_QUEUE_URL: await createQueue(sqs, 'publish'),
    PUBLIC_BUCKET: await createBucket(s3, 'public'),
    NOTICES_TOPIC_ARN: await createTopic('notices'),
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  return {
    environment,
    s3,
    sqs,
    documents: dynamo.documents,
    toldQueue: {
      url: await createQueue(sqs, 'told'),
      arn: `arn:aws:sqs:${REGION}:123456789012:told`,
    },
    async stop() {
      s3.destroy();
      sqs.destroy();
      await dynamo.stop();
      vi.unstubAllEnvs();
    },
  };
}

async function createBucket(s3: S3Client, Bucket: string): Promise<string> {
  await s3.send(new CreateBucketCommand({ Bucket }));
  const VersioningConfiguration = { Status: 'Enabled' as const };
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  return Bucket;
}

async function createQueue(sqs: SQSClient, QueueName: string): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName }));
  if (QueueUrl === undefined) throw new Error(`moto gave no URL for the queue ${QueueName}`);
  return QueueUrl;
}

async function createTopic(Name: string): Promise<string> {
  const sns = new SNSClient({});
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name }));
  sns.destroy();
  if (TopicArn === undefined) throw new Error(`moto gave no ARN for the topic ${Name}`);
  return TopicArn;
}
