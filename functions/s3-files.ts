import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { OutputFile, PassingFile, SummaryOutputs, UploadsBucket } from '../shared/ports.ts';
import { PASSING_TAG } from './passing-tag.ts';
import { versionPages } from './s3-versions.ts';

/** How S3 says that a version is not there, or that it is the mark of a deletion. */
const GONE = ['NoSuchKey', 'NoSuchVersion', 'MethodNotAllowed'];

/** Larger outputs go in parts: some S3 servers take no more at once. */
const LARGEST_SINGLE_PUT = 5 * 1024 * 1024;

/** The uploads bucket on S3. */
export const s3Uploads = (client: S3Client, bucket: string): UploadsBucket => ({
  async readUpload({ bucket: Bucket, key: Key, versionId: VersionId, size }, limit) {
    if (size > limit) return 'too-large';
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      if (Body === undefined) throw new Error(`S3 sent no body for ${Key} ${VersionId}`);
      return await Body.transformToByteArray();
    } catch (error) {
      if (error instanceof S3ServiceException && GONE.includes(error.name)) return 'gone';
      throw error;
    }
  },

  async *listUploads() {
    for await (const page of versionPages(client, bucket, '')) {
      yield page
        .filter(({ isMarker }) => !isMarker)
        .map(({ key, versionId, storedAt, size }) => ({
          bucket,
          key,
          versionId,
          eventTime: storedAt,
          size,
        }));
    }
  },
});

/** The outputs bucket on S3. */
export const s3Outputs = (client: S3Client, bucket: string): SummaryOutputs => {
  const describe = (Key: string, { contentType, downloadName }: OutputFile) => ({
    Bucket: bucket,
    Key,
    ContentType: contentType,
    ContentDisposition: savedAs(downloadName),
  });
  return {
    async writeOutput(key, bytes, file) {
      await putObject(client, { ...describe(key, file), Body: bytes });
    },

    async streamOutput(key, pieces, file) {
      const { Upload } = await import('@aws-sdk/lib-storage');
      const Body = Readable.from(pieces, { objectMode: false });
      const params = { ...describe(key, file), ...tagsOf(file), Body };
      await new Upload({ client, params }).done();
    },

    async copyOutput(from, to) {
      const CopySource = `${bucket}/${from.split('/').map(encodeURIComponent).join('/')}`;
      // Without the tag of what it is copied from.
      const TaggingDirective = 'REPLACE';
      await client.send(
        new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource, TaggingDirective }),
      );
    },

    async pageOfOutputs(prefix, after) {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          ...(after === null ? {} : { StartAfter: after }),
        }),
      );
      const keys = (page.Contents ?? []).flatMap(({ Key }) => Key ?? []);
      return { keys, next: page.IsTruncated === true ? (keys.at(-1) ?? null) : null };
    },

    async readOutput(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error(`S3 sent no body for ${key}`);
      return Body.transformToByteArray();
    },
  };
};

const tagsOf = ({ lasting }: PassingFile): { Tagging?: string } =>
  lasting ? {} : { Tagging: `${PASSING_TAG.name}=${PASSING_TAG.value}` };

/** Writes an object of any size. */
export async function putObject(
  client: S3Client,
  put: PutObjectCommandInput & { readonly Body: Uint8Array },
): Promise<void> {
  if (put.Body.length <= LARGEST_SINGLE_PUT) {
    await client.send(new PutObjectCommand(put));
    return;
  }
  // Loaded when first needed: few outputs are that large.
  const { Upload } = await import('@aws-sdk/lib-storage');
  await new Upload({ client, params: put }).done();
}

/** Tells a browser to save a file under this name (RFC 5987). */
export function savedAs(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}
