import process from 'node:process';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * The clients of AWS, made once for a process. Endpoints other than AWS's own come from
 * `AWS_ENDPOINT_URL_S3` and its like, which the SDK reads by itself.
 */
export const awsClients = () => ({
  documents: DynamoDBDocumentClient.from(new DynamoDBClient({})),
  // A server of one's own has no host name for each bucket.
  s3: new S3Client({ forcePathStyle: hasOwnEndpoint }),
});

const hasOwnEndpoint =
  (process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']) !== undefined;
