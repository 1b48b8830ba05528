import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { newestSummaryKey, schemaKey, stampedKey } from '../shared/outputs.ts';
import type { FinishedUpload } from '../shared/upload.ts';
import type { Sample } from './demo-samples.ts';
import { makeFolder } from './make-folder.ts';

/** Paths relative to the folder of the results. */
export interface DemoOutputs {
  readonly report?: string;
  /** Beside the report: the copy to be sealed and filed. */
  readonly stamped?: string;
  readonly feedback?: string;
  readonly corrected?: string;
  readonly findings: string;
  readonly records?: string;
}

/** What became of one sample; an element of `uploads` in demo.json, whose shape is promised. */
export interface DemoUpload {
  readonly file: string;
  readonly period: string;
  readonly unit: string;
  readonly form: string | null;
  readonly status: string;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly outputs: DemoOutputs;
}

/** Where a period's summary was copied; an element of `summaries` in demo.json. */
export interface DemoSummary {
  readonly period: string;
  readonly file: string;
}

/** Where results are copied from and to. */
export interface ResultsFolder {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly folder: string;
}

/**
 * Copies the outputs of an upload. The folder becomes a copy of the bucket, key by key, so that the
 * links of a summary, which are relative, lead to them in both.
 */
export async function copyUpload(
  results: ResultsFolder,
  sample: Sample,
  upload: FinishedUpload,
  report: string | null,
): Promise<DemoUpload> {
  const { findings, feedback, corrected, records } = upload.outcome.outputs;
  if (findings === undefined) throw new Error(`${sample.name}: 没有校验结果 / no findings`);
  const copy = (key: string): Promise<string> => copyObject(results, key);
  return {
    file: sample.name,
    period: sample.period,
    unit: sample.submitter,
    form: upload.outcome.form,
    status: upload.outcome.status,
    ...upload.outcome.counts,
    outputs: {
      ...(report !== null && {
        report: await copy(report),
        stamped: await copy(stampedKey(path.posix.dirname(report))),
      }),
      ...(feedback !== undefined && { feedback: await copy(feedback) }),
      ...(corrected !== undefined && { corrected: await copy(corrected) }),
      findings: await copy(findings),
      ...(records !== undefined && { records: await copy(records) }),
    },
  };
}

/** Copies the newest summary of a period, the same data for statisticians beside it. */
export async function copySummary(results: ResultsFolder, period: string): Promise<DemoSummary> {
  for (const kind of ['csv', 'json'] as const) {
    await copyObject(results, newestSummaryKey(period, kind));
  }
  await copyObject(results, schemaKey(period));
  return { period, file: await copyObject(results, newestSummaryKey(period, 'xlsx')) };
}

/** Copies an output to its key in the folder, which is returned: a path relative to the folder. */
async function copyObject({ s3, bucket, folder }: ResultsFolder, key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  const file = path.join(folder, key);
  makeFolder(path.dirname(file));
  await writeFile(file, (await Body?.transformToByteArray()) ?? '');
  return key;
}
