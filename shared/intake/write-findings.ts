import { correctTable } from '../correct.ts';
import { findingsReport } from '../findings-report.ts';
import type { Judgement } from '../judge.ts';
import {
  correctedKey,
  feedbackKey,
  findingsKey,
  jsonBytes,
  jsonFile,
  type OutputFolder,
  recordsKey,
  workbookFile,
} from '../outputs.ts';
import type { IntakePorts, OutputsBucket } from '../ports.ts';
import { bearsMark } from '../rules/classification-mark-absent/rule.ts';
import type { Upload, UploadOutputs } from '../upload.ts';
import { fileNameOf } from '../upload-id.ts';
import { acceptedRecords } from './accepted-records.ts';

/** Writes findings.json alone: all that can be said of a file nobody could judge. */
export async function writeFindings(
  upload: Upload,
  judgement: Judgement,
  folder: OutputFolder,
  outputs: OutputsBucket,
): Promise<UploadOutputs> {
  // The name of a file with a classification mark may tell what it must not.
  const isMarked = bearsMark(judgement.findings);
  const report = findingsReport(isMarked ? NAME_WITHHELD : fileNameOf(upload.key), judgement);
  const file = isMarked ? jsonFile('校验结果') : jsonFile(baseName(upload), ' 校验结果');
  const findings = findingsKey(folder);
  await outputs.writeOutput(findings, jsonBytes(report), file);
  return { findings };
}

/**
 * Writes what a unit gets back: findings.json; the feedback workbook if a table was found; a corrected
 * copy if something in it can be corrected unasked; its records if no finding is an error.
 */
export async function writeJudgement(
  upload: Upload,
  judgement: Judgement,
  folder: OutputFolder,
  ports: Pick<IntakePorts, 'outputs' | 'workbooks'>,
): Promise<UploadOutputs> {
  const { table, findings, period } = judgement;
  let written = await writeFindings(upload, judgement, folder, ports.outputs);
  if (table !== null) {
    const fileName = fileNameOf(upload.key);
    const bytes = await ports.workbooks.feedback({ table, findings, fileName, period });
    const feedback = feedbackKey(folder);
    await ports.outputs.writeOutput(feedback, bytes, workbookFile(baseName(upload), ' 反馈表'));
    written = { ...written, feedback };
    const correction = correctTable(table, findings);
    if (correction.changes.length > 0) {
      const corrected = correctedKey(folder);
      const copy = await ports.workbooks.corrected({ correction, fileName });
      await ports.outputs.writeOutput(corrected, copy, workbookFile(baseName(upload), ' 改正稿'));
      written = { ...written, corrected };
    }
  }
  const accepted = acceptedRecords(judgement);
  if (accepted !== null) {
    const records = recordsKey(folder);
    const file = jsonFile(baseName(upload), ' 记录');
    await ports.outputs.writeOutput(records, jsonBytes(accepted), file);
    written = { ...written, records };
  }
  return written;
}

/** Stands for the name of a file that bears a classification mark. */
const NAME_WITHHELD = '（文件名不显示）';

/** The file's name without its extension: 自评表.xlsx → 自评表. */
export const baseName = (upload: Upload): string =>
  fileNameOf(upload.key).replace(/(?<=.)\.[^.]*$/, '');
