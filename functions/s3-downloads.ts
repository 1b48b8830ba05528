import {
  GetObjectCommand,
  HeadObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Downloads } from '../shared/api-ports.ts';

const GONE = ['NotFound', 'NoSuchKey'];

/** The outputs bucket on S3, as people download from it. */
export const s3Downloads = (client: S3Client, bucket: string): Downloads => ({
  describeOutput: (key) =>
    unlessGone(async () => {
      const { ContentLength, LastModified } = await client.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key }),
      );
      if (LastModified === undefined) throw new Error(`S3 named no time for ${key}`);
      return { size: ContentLength ?? 0, writtenAt: LastModified.toISOString() };
    }),

  openOutput: (key) =>
    unlessGone(async () => {
      const { Body, ContentType, ContentDisposition } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key }),
      );
      if (Body === undefined) throw new Error(`S3 sent no body for ${key}`);
      return {
        bytes: await Body.transformToByteArray(),
        contentType: ContentType ?? 'application/octet-stream',
        disposition: ContentDisposition ?? 'attachment',
      };
    }),

  async linkToOutput(key, seconds) {
    // Loaded when first needed: few outputs are that large.
    const { getSignedUrl } = await import('@aws-sdk/s3-request-presigner');
    const command = new GetObjectCommand({ Bucket: bucket, Key: key });
    return getSignedUrl(client, command, { expiresIn: seconds });
  },
});

async function unlessGone<Found>(look: () => Promise<Found>): Promise<Found | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof S3ServiceException && GONE.includes(error.name)) return null;
    throw error;
  }
}
