import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { portalFile } from './portal-file.ts';

/** Where `npm run build:portal` puts the pages. */
export const PORTAL_BUILT = fileURLToPath(new URL('../../portal/dist', import.meta.url));

/** How many files were sent, and how many were there already. */
export interface Published {
  readonly sent: number;
  readonly kept: number;
}

/** The bucket that holds the portal. */
export interface PortalBucket {
  readonly s3: S3Client;
  readonly bucket: string;
}

/**
 * Copies the built portal into its bucket, pages after what they load: whoever comes in between gets
 * the old portal whole. Files of older versions stay, for whoever still has an old page open. Rejects
 * before anything is sent when the folder holds no portal or a file of unknown type.
 */
export async function publishPortal(folder: string, into: PortalBucket): Promise<Published> {
  const keys = await keysIn(folder);
  for (const key of keys) portalFile(key);
  const isPage = (key: string): boolean => key.endsWith('.html');
  const pagesLast = [...keys.filter((key) => !isPage(key)), ...keys.filter(isPage)];
  let sent = 0;
  for (const key of pagesLast) {
    if (await send(key, await readFile(path.join(folder, key)), into)) sent += 1;
  }
  return { sent, kept: keys.length - sent };
}

async function keysIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/** True when the file had to be sent: it was not there, or not as it is to be served. */
async function send(key: string, bytes: Buffer, { s3, bucket }: PortalBucket): Promise<boolean> {
  const { contentType: ContentType, cacheControl: CacheControl } = portalFile(key);
  const place = { Bucket: bucket, Key: key };
  const there = await s3.send(new HeadObjectCommand(place)).catch(nullIfNotThere);
  const isSame =
    there?.ETag === `"${createHash('md5').update(bytes).digest('hex')}"` &&
    there.ContentType === ContentType &&
    there.CacheControl === CacheControl;
  if (isSame) return false;
  await s3.send(new PutObjectCommand({ ...place, Body: bytes, ContentType, CacheControl }));
  return true;
}

function nullIfNotThere(error: unknown): null {
  if (error instanceof Error && error.name === 'NotFound') return null;
  throw error;
}
