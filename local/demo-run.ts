import { readFile } from 'node:fs/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Submissions } from '../shared/store/submissions.ts';
import type { FinishedUpload } from '../shared/upload.ts';
import { UPLOADS_PREFIX, uploadId } from '../shared/upload-id.ts';
import {
  copySummary,
  copyUpload,
  type DemoSummary,
  type DemoUpload,
  type ResultsFolder,
} from './demo-results.ts';
import type { Sample } from './demo-samples.ts';
import { finishedUpload, reportOf, summaryIsReady, waitFor } from './upload-progress.ts';

/** What the demo works with. */
export interface DemoStage {
  readonly s3: S3Client;
  readonly submissions: Submissions;
  readonly uploadsBucket: string;
  readonly results: ResultsFolder;
  /** Milliseconds since 1970 at which it gives up. */
  readonly deadline: number;
}

/** Drops a workbook into the bucket, waits for its status and report, and copies what came of it. */
export async function sendSample(stage: DemoStage, sample: Sample): Promise<DemoUpload> {
  const { submissions, deadline } = stage;
  const id = await putSample(stage, sample);
  const upload = await waitFor(`${sample.name} 的状态`, deadline, () =>
    finishedUpload(submissions, id),
  );
  if (upload.status === 'failed') {
    throw new Error(`${sample.name}：处理失败，见函数日志 / failed, see the functions' logs`);
  }
  return copyUpload(stage.results, sample, upload, await reportFor(stage, sample, upload));
}

async function putSample(
  { s3, uploadsBucket }: DemoStage,
  { file, name, period, submitter }: Sample,
): Promise<string> {
  const key = `${UPLOADS_PREFIX}${period}/${submitter}/${name}`;
  const { VersionId } = await s3.send(
    new PutObjectCommand({ Bucket: uploadsBucket, Key: key, Body: await readFile(file) }),
  );
  if (VersionId === undefined) throw new Error(`${name}: 没有版本号 / no version id`);
  return uploadId(uploadsBucket, key, VersionId);
}

/** Key of the report, null for an upload that gets none. Throws when it cannot be printed. */
async function reportFor(
  { submissions, deadline }: DemoStage,
  { name }: Sample,
  upload: FinishedUpload,
): Promise<string | null> {
  if (upload.status !== 'accepted') return null;
  return waitFor(`${name} 的自评表 PDF`, deadline, async () => {
    const { state, file } = await reportOf(submissions, upload);
    if (state === 'stuck') throw new Error(`${name}：打印不出 / could not be printed`);
    return state === 'ready' ? file : null;
  });
}

/** Waits until the summary of a period holds all that was accepted, and copies it. */
export async function collectSummary(stage: DemoStage, period: string): Promise<DemoSummary> {
  await waitFor(`${period} 年度汇总表`, stage.deadline, async () =>
    (await summaryIsReady(stage.submissions, period)) ? true : null,
  );
  return copySummary(stage.results, period);
}
