import { type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { s3Public } from './s3-public.ts';

test('files under their hash last, pages are asked for anew, what is withdrawn is deleted', async () => {
  const sent: Record<string, unknown>[] = [];
  const send = async (command: object) => {
    const { input } = command as { input: object };
    sent.push({ command: command.constructor.name, ...input });
  };
  const bucket = s3Public({ send } as unknown as S3Client, 'public');
  const bytes = new Uint8Array([1]);
  const pdf = { contentType: 'application/pdf', downloadName: '自评表.pdf', lasting: true };
  await bucket.publishFile('files/abc.pdf', bytes, pdf);
  const html = {
    contentType: 'text/html; charset=utf-8',
    downloadName: 'index.html',
    lasting: false,
  };
  await bucket.publishFile('index.html', bytes, html);
  await bucket.removeFile('files/abc.pdf');
  expect(sent).toMatchObject([
    {
      Key: 'files/abc.pdf',
      ContentType: 'application/pdf',
      CacheControl: 'public, max-age=31536000, immutable',
      ContentDisposition: "attachment; filename*=UTF-8''%E8%87%AA%E8%AF%84%E8%A1%A8.pdf",
    },
    { Key: 'index.html', CacheControl: 'no-cache' },
    { command: 'DeleteObjectCommand', Bucket: 'public', Key: 'files/abc.pdf' },
  ]);
  expect(sent[1]).not.toHaveProperty('ContentDisposition');
});

test('a file is read back; one that is not there is null, any other trouble is thrown', async () => {
  const answers: Record<string, () => unknown> = {
    'files/a.json': () => ({ Body: { transformToByteArray: async () => new Uint8Array([7]) } }),
    'files/gone.json': () => {
      throw new S3ServiceException({ name: 'NoSuchKey', $fault: 'client', $metadata: {} });
    },
    'files/locked.json': () => {
      throw new S3ServiceException({ name: 'AccessDenied', $fault: 'client', $metadata: {} });
    },
  };
  const send = async ({ input }: { input: { Key: string } }) => answers[input.Key]?.();
  const bucket = s3Public({ send } as unknown as S3Client, 'public');
  expect(await bucket.readFile('files/a.json')).toEqual(new Uint8Array([7]));
  expect(await bucket.readFile('files/gone.json')).toBeNull();
  await expect(bucket.readFile('files/locked.json')).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});
