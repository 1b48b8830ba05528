import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CREDENTIALS } from '../../local/credentials.ts';
import type { RunningSystem } from '../../local/system.ts';
import { REGION } from '../../local/wiring/names.ts';
import { uploadId } from '../../shared/upload-id.ts';
import type { LoadUpload } from './make-uploads.ts';

/** The buckets of a running system. */
export interface LoadS3 {
  readonly client: S3Client;
  readonly uploads: string;
  readonly outputs: string;
}

/** Requests on their way at the same time. */
const IN_FLIGHT = 16;

export const s3Of = ({ s3, names }: Pick<RunningSystem, 's3' | 'names'>): LoadS3 => ({
  client: new S3Client({
    endpoint: s3,
    region: REGION,
    credentials: CREDENTIALS,
    forcePathStyle: true,
  }),
  uploads: names['UploadsBucket'] ?? '',
  outputs: names['OutputsBucket'] ?? '',
});

/** Sends every upload, some at a time; returns their ids. */
export async function sendAll(
  { client, uploads }: LoadS3,
  all: Iterable<LoadUpload>,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const ids: string[] = [];
  const source = all[Symbol.iterator]();
  const send = async (): Promise<void> => {
    for (let next = source.next(); !next.done; next = source.next()) {
      const { key, bytes } = next.value;
      const put = new PutObjectCommand({ Bucket: uploads, Key: key, Body: bytes });
      const { VersionId = '' } = await client.send(put);
      ids.push(uploadId(uploads, key, VersionId));
      if (ids.length % 200 === 0) say(`已上传 sent ${ids.length}`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, send));
  return ids;
}
