import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CREDENTIALS } from '../local/credentials.ts';
import type { OpenStore } from '../local/open-store.ts';
import { finishedUpload, reportOf, waitFor } from '../local/upload-progress.ts';
import { REGION } from '../local/wiring/names.ts';
import type { FinishedUpload } from '../shared/upload.ts';
import { uploadId } from '../shared/upload-id.ts';

/* Sending to a running local system as any S3 client does, and waiting for what becomes of it. */

/** Bucket that units send to. */
export const UPLOADS = 'jixiao-uploads';
/** Milliseconds; only a system that hangs takes that long, and then says what it waited for. */
export const PATIENCE = 150_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = (name: string): Promise<Buffer> =>
  readFile(path.join(root, 'templates/samples', name));
/** The published table of 2021. */
export const accepted2021 = () => sample('2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx');
/** The published table of 2020, with its error. */
export const returned2020 = () => sample('2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx');
/** The same without it. */
export const mended2020 = () => sample('2020/LG-GXJ/2020年部门预算项目绩效自评表（更正）.xlsx');

/** Speaks to the local system's S3. */
export const s3At = (endpoint: string): S3Client =>
  new S3Client({ endpoint, region: REGION, credentials: CREDENTIALS, forcePathStyle: true });

/** Uploads a file; returns the id of the upload. */
export async function put(s3: S3Client, key: string, body: Buffer): Promise<string> {
  const { VersionId = '' } = await s3.send(
    new PutObjectCommand({ Bucket: UPLOADS, Key: key, Body: body }),
  );
  return uploadId(UPLOADS, key, VersionId);
}

/** Waits for its final status. */
export const final = (store: OpenStore, id: string): Promise<FinishedUpload> =>
  waitFor(id, Date.now() + PATIENCE, () => finishedUpload(store.submissions, id));

/** Waits for its report; returns the key. */
export const reportReady = (store: OpenStore, upload: FinishedUpload): Promise<string> =>
  waitFor(`report of ${upload.key}`, Date.now() + PATIENCE, async () => {
    const { state, file } = await reportOf(store.submissions, upload);
    return state === 'ready' ? file : null;
  });
