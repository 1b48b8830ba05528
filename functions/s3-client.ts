import process from 'node:process';
import { S3Client } from '@aws-sdk/client-s3';

/**
 * A client of S3, to be made once for a process. Endpoints other than AWS's own come from
 * `AWS_ENDPOINT_URL_S3` and its like, which the SDK reads by itself.
 */
export const s3Client = (): S3Client =>
  // A server of one's own has no host name for each bucket.
  new S3Client({ forcePathStyle: hasOwnEndpoint });

const hasOwnEndpoint =
  (process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']) !== undefined;
