import { NoSuchBucket, NoSuchKey, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import type { UploadEvent } from '../shared/upload.ts';
import { uploadEvent } from '../test/sample-uploads.ts';
import { s3Outputs, s3Uploads } from './s3-files.ts';

type Input = Record<string, unknown>;

/** S3 as far as a test needs it: answers commands by what they ask for. */
function s3That(answer: (input: Input) => unknown): { client: S3Client; asked: Input[] } {
  const asked: Input[] = [];
  const send = async ({ input }: { input: Input }): Promise<unknown> => {
    asked.push(input);
    return answer(input);
  };
  return { client: { send } as unknown as S3Client, asked };
}

const failing = (error: Error) =>
  s3That(() => {
    throw error;
  });

const said = { $metadata: {}, message: '' };

describe('readUpload', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const found = () => s3That(() => ({ Body: { transformToByteArray: async () => bytes } }));

  test('reads exactly the version that was announced', async () => {
    const { client, asked } = found();
    const event = uploadEvent();
    expect(await s3Uploads(client, 'uploads').readUpload(event, 1000)).toBe(bytes);
    expect(asked).toEqual([{ Bucket: 'uploads', Key: event.key, VersionId: 'v1' }]);
  });

  test('does not fetch what is too large', async () => {
    const { client, asked } = found();
    const event = uploadEvent({ size: 1001 });
    expect(await s3Uploads(client, 'uploads').readUpload(event, 1000)).toBe('too-large');
    expect(asked).toEqual([]);
  });

  test.each([
    new NoSuchKey(said),
    new S3ServiceException({ ...said, name: 'NoSuchVersion', $fault: 'client' }),
    new S3ServiceException({ ...said, name: 'MethodNotAllowed', $fault: 'client' }),
  ])('takes $name for a version that was deleted', async (error) => {
    const uploads = s3Uploads(failing(error).client, 'uploads');
    expect(await uploads.readUpload(uploadEvent(), 1000)).toBe('gone');
  });

  test('throws for anything else: that is not the unit’s doing', async () => {
    const uploads = s3Uploads(failing(new NoSuchBucket(said)).client, 'uploads');
    await expect(uploads.readUpload(uploadEvent(), 1000)).rejects.toThrow(NoSuchBucket);
  });
});

test('listUploads follows the pages and decodes keys only where they are encoded', async () => {
  const version = (Key: string) => ({
    Key,
    VersionId: `version of ${Key}`,
    LastModified: new Date('2022-03-01T02:00:00Z'),
    Size: 5,
  });
  const { client, asked } = s3That(({ KeyMarker }) =>
    KeyMarker === undefined
      ? {
          EncodingType: 'url',
          Versions: [version('uploads/%E8%A1%A8+1')],
          IsTruncated: true,
          NextKeyMarker: 'uploads/%E8%A1%A8+1',
          NextVersionIdMarker: 'v',
        }
      : { Versions: [version('uploads/100%+1')] },
  );
  const listed: UploadEvent[] = [];
  for await (const page of s3Uploads(client, 'uploads').listUploads()) listed.push(...page);
  expect(listed.map(({ key }) => key)).toEqual(['uploads/表 1', 'uploads/100%+1']);
  expect(listed[0]).toMatchObject({
    bucket: 'uploads',
    versionId: 'version of uploads/%E8%A1%A8+1',
    eventTime: '2022-03-01T02:00:00.000Z',
    size: 5,
  });
  expect(asked[1]).toMatchObject({ KeyMarker: 'uploads/表 1', VersionIdMarker: 'v' });
});

test('writeOutput names the file for browsers, Chinese and brackets included', async () => {
  const { client, asked } = s3That(() => ({}));
  await s3Outputs(client, 'outputs').writeOutput('a/report.pdf', new Uint8Array(3), {
    contentType: 'application/pdf',
    downloadName: '自评表(终).pdf',
  });
  expect(asked[0]).toMatchObject({
    Bucket: 'outputs',
    Key: 'a/report.pdf',
    ContentType: 'application/pdf',
    ContentDisposition:
      "attachment; filename*=UTF-8''%E8%87%AA%E8%AF%84%E8%A1%A8%28%E7%BB%88%29.pdf",
  });
});
