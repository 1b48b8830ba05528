import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import type { Submissions } from '../../shared/store/submissions.ts';
import type { FinishedUpload } from '../../shared/upload.ts';
import { UPLOADS_PREFIX, uploadId } from '../../shared/upload-id.ts';
import { exampleTable, makesMistake } from '../../templates/examples/example-tables.ts';
import { EXAMPLE_UNITS, type ExampleUnit } from '../../templates/examples/example-units.ts';
import { finishedUpload, waitFor } from '../upload-progress.ts';

/** Where the made-up tables go, and who is told. */
export interface ExampleStage {
  readonly s3: S3Client;
  readonly uploadsBucket: string;
  readonly submissions: Submissions;
  readonly period: string;
  readonly say: (line: string) => void;
  /** The system is being stopped. */
  readonly signal: AbortSignal;
}

/** Units that have sent nothing by now: a collection that is under way has some. */
const SILENT: readonly string[] = ['SL-NYJ-01', 'SL-RLJ-01', 'SL-RLJ-02', 'SL-WTJ-03'];
/** Of those who made a mistake, who has mended it since. */
const MENDED = 'SL-SWJ-02';
const NAME = '部门预算项目绩效自评表（示例）.xlsx';
/** Milliseconds after which an example that has no status is given up. */
const PATIENCE = 5 * 60_000;

/** True for the key of a made-up table. */
export const isExample = (key: string): boolean => key.endsWith(NAME);

/** Sends the tables of the made-up units, one after another, and the mended one. */
export async function sendExamples(stage: ExampleStage): Promise<void> {
  const senders = EXAMPLE_UNITS.filter(({ code }) => !SILENT.includes(code));
  for (const [index, unit] of senders.entries()) {
    const { status } = await send(stage, unit, false);
    if (makesMistake(unit) && unit.code === MENDED) await send(stage, unit, true);
    const word = status === 'accepted' ? '已接收 accepted' : '退回 returned';
    stage.say(`[示例 example ${index + 1}/${senders.length}] ${unit.name}：${word}`);
  }
}

async function send(
  { s3, uploadsBucket, submissions, period, signal }: ExampleStage,
  unit: ExampleUnit,
  mended: boolean,
): Promise<FinishedUpload> {
  signal.throwIfAborted();
  const key = `${UPLOADS_PREFIX}${period}/${unit.code}/${period}年度${NAME}`;
  const body = await writeWorkbook(exampleTable(unit, period, mended));
  const put = new PutObjectCommand({ Bucket: uploadsBucket, Key: key, Body: body });
  const { VersionId = '' } = await s3.send(put, { abortSignal: signal });
  const id = uploadId(uploadsBucket, key, VersionId);
  return waitFor(key, Date.now() + PATIENCE, async () => {
    signal.throwIfAborted();
    return finishedUpload(submissions, id);
  });
}
