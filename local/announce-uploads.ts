import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { s3Uploads } from '../functions/s3-files.ts';
import type { FindingsReport } from '../shared/findings-report.ts';
import { STATUS_NAMES } from '../shared/status-names.ts';
import type { FinishedUpload } from '../shared/upload.ts';
import { isFolderMarker, uploadId } from '../shared/upload-id.ts';
import { CREDENTIALS } from './credentials.ts';
import { openStore } from './open-store.ts';
import { printable } from './printable.ts';
import type { ObjectVersion } from './s3/versions.ts';
import type { Endpoints } from './system.ts';
import { finishedUpload } from './upload-progress.ts';
import { uploadsWithoutStatus } from './uploads-without-status.ts';
import { REGION } from './wiring/names.ts';

/** Tells of uploads as they reach their status. */
export interface UploadAnnouncer {
  /** An object was stored, in whatever bucket. */
  readonly stored: (version: ObjectVersion) => void;
  /**
   * Begins to tell: also of every upload that has no status from before. To be called before any
   * function runs, or one may finish unseen.
   */
  readonly follow: (system: Endpoints) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Milliseconds between two looks at what is not final yet. */
const LOOK_AGAIN = 200;

/** `say` gets one line for each object stored in the uploads bucket. */
export function announceUploads(say: (line: string) => void): UploadAnnouncer {
  /** Id → bucket: outputs are stored too, but nobody waits for them. */
  const waiting = new Map<string, string>();
  let stopped = false;
  let following: Promise<void> = Promise.resolve();

  async function tell(system: Endpoints): Promise<void> {
    const store = openStore(system);
    const s3 = s3Client(system.s3);
    while (!stopped) {
      for (const [id, bucket] of [...waiting]) {
        const isUpload = bucket === system.names['UploadsBucket'];
        const upload = isUpload ? await finishedUpload(store.submissions, id) : null;
        if (isUpload && upload === null) continue;
        waiting.delete(id);
        if (upload === null) continue;
        // A line that cannot be made must not keep the others from being told.
        await lineFor(upload, s3, system.names['OutputsBucket'] ?? '').then(say, (error: unknown) =>
          say(
            `${printable(upload.key)}：${STATUS_NAMES[upload.status].zh}（${printable(String(error))}）`,
          ),
        );
      }
      await pause(LOOK_AGAIN);
    }
    s3.destroy();
    store.close();
  }

  return {
    stored({ bucket, key, versionId }) {
      if (!isFolderMarker(key)) waiting.set(uploadId(bucket, key, versionId), bucket);
    },
    async follow(system) {
      const uploads = system.names['UploadsBucket'] ?? '';
      for (const id of await leftFromBefore(system)) waiting.set(id, uploads);
      following = tell(system).catch((error: unknown) => {
        say(`不再报告上传状态 / uploads are no longer reported: ${printable(String(error))}`);
      });
    },
    stop() {
      stopped = true;
      return following;
    },
  };
}

async function leftFromBefore({ s3, names, ...system }: Endpoints): Promise<readonly string[]> {
  const store = openStore({ ...system, names });
  const client = s3Client(s3);
  const uploads = s3Uploads(client, names['UploadsBucket'] ?? '');
  const ids = await uploadsWithoutStatus(store.submissions, uploads);
  client.destroy();
  store.close();
  return ids;
}

const s3Client = (endpoint: string): S3Client =>
  new S3Client({ endpoint, region: REGION, credentials: CREDENTIALS, forcePathStyle: true });

/** `uploads/2021/LG-FGJ/表.xlsx：已接收·待审核（26 个项目，错误 0，警告 0，提示 2）`. */
async function lineFor(upload: FinishedUpload, s3: S3Client, bucket: string): Promise<string> {
  const { key, status, outcome } = upload;
  const { errors, warnings, hints } = outcome.counts;
  const counts = `${outcome.rows} 个项目，错误 ${errors}，警告 ${warnings}，提示 ${hints}`;
  const repeated = outcome.duplicateOf === null ? '' : '；与上次内容相同，沿用上次结果';
  const overtaken = outcome.superseded ? '；已有更新的版次' : '';
  const line = `${printable(key)}：${STATUS_NAMES[status].zh}（${counts}）${repeated}${overtaken}`;
  const { findings, feedback } = outcome.outputs;
  if (findings === undefined) return line;
  if (status === 'accepted') {
    const folder = findings.slice(0, findings.lastIndexOf('/') + 1);
    return `${line}\n    → s3://${bucket}/${printable(folder)}`;
  }
  const first = await firstError(s3, bucket, findings);
  return `${line}\n    ${printable(first)}\n    → s3://${bucket}/${printable(feedback ?? findings)}`;
}

/** What the first error of a returned file says. */
async function firstError(s3: S3Client, bucket: string, key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const report = JSON.parse((await Body?.transformToString()) ?? '{}') as FindingsReport;
  const error = report.findings.find(({ severity }) => severity === 'error');
  const cell = error?.at.cell == null ? '' : `${error.at.sheet}!${error.at.cell} `;
  return `${cell}${error?.message.zh ?? ''}`;
}
