import {
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { SendingBucket, SendingNote } from '../shared/api-ports.ts';

/** How S3 says that a version is not there, or that it is the mark of a deletion. */
const GONE = ['NotFound', 'NoSuchKey', 'NoSuchVersion', 'MethodNotAllowed'];

/** The uploads bucket on S3, as the API sends to it. */
export const s3Sending = (client: S3Client, bucket: string): SendingBucket => ({
  async storeUpload(key, bytes, note) {
    const { VersionId } = await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, Metadata: metadataOf(note) }),
    );
    if (VersionId === undefined) throw new Error(`bucket ${bucket} keeps no versions`);
    return { bucket, key, versionId: VersionId };
  },

  async uploadForm(key, note, mostBytes, seconds) {
    // Loaded when first needed: few files are that large.
    const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post');
    const noted = Object.entries(metadataOf(note)).map(
      ([name, value]) => [`x-amz-meta-${name}`, value] as const,
    );
    // Every field that is given is a condition, too: nothing of it can be changed.
    const fields = Object.fromEntries(noted);
    return createPresignedPost(client, {
      Bucket: bucket,
      Key: key,
      Fields: fields,
      Conditions: [['content-length-range', 1, mostBytes]],
      Expires: seconds,
    });
  },

  async describeUpload(key, versionId) {
    try {
      const { ContentLength, LastModified, Metadata } = await client.send(
        new HeadObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }),
      );
      if (LastModified === undefined) throw new Error(`S3 named no time for ${key} ${versionId}`);
      return {
        bucket,
        size: ContentLength ?? 0,
        storedAt: LastModified.toISOString(),
        note: noteIn(Metadata ?? {}),
      };
    } catch (error) {
      if (error instanceof S3ServiceException && GONE.includes(error.name)) return 'gone';
      // A version id that is none: S3 has nothing to look for.
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 400)
        return 'gone';
      throw error;
    }
  },
});

/** Metadata travels in headers, which take ASCII: names of people are percent-encoded. */
const metadataOf = ({ via, sub, name, confirmedAt }: SendingNote): Record<string, string> => ({
  sender: encodeURIComponent(sub),
  'sender-name': encodeURIComponent(name),
  confirmed: confirmedAt,
  via,
});

const encoded = z.string().transform((value, context) => {
  try {
    return decodeURIComponent(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'malformed percent encoding' });
    return z.NEVER;
  }
});

const metadata = z.object({
  sender: encoded,
  'sender-name': encoded,
  confirmed: z.iso.datetime(),
  via: z.enum(['api', 'link']),
});

/** Null for a file that was put into the bucket by other means, whatever it says of itself. */
function noteIn(found: Readonly<Record<string, string>>): SendingNote | null {
  const parsed = metadata.safeParse(found);
  if (!parsed.success) return null;
  const { sender, 'sender-name': name, confirmed, via } = parsed.data;
  return { via, sub: sender, name, confirmedAt: confirmed };
}
