import { S3Client } from '@aws-sdk/client-s3';
import { CREDENTIALS } from '../credentials.ts';
import type { Endpoints } from '../system.ts';
import { REGION } from '../wiring/names.ts';
import { publishPortal } from './publish-portal.ts';

/** Copies the built portal in `folder` into its bucket of the local system, as deploying does it on AWS. */
export async function publishLocally({ s3, names }: Endpoints, folder: string): Promise<void> {
  const client = new S3Client({
    endpoint: s3,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  });
  const bucket = names['PortalBucket'];
  // A template without a CDN has no such bucket.
  if (bucket !== undefined) await publishPortal(folder, { s3: client, bucket });
  client.destroy();
}
