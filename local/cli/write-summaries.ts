import path from 'node:path';
import { jsonBytes } from '../../shared/outputs.ts';
import { streamWorkbook } from '../../shared/sheets/stream/stream-workbook.ts';
import { summaryWorkbook } from '../../shared/sheets/summary.ts';
import { projectsCsv } from '../../shared/sheets/summary-csv.ts';
import type { DueSubmitter } from '../../shared/sheets/summary-input.ts';
import { summaryJson, summarySchemaDocument } from '../../shared/sheets/summary-json.ts';
import {
  type SubmissionRecords,
  summaryOfRecords,
} from '../../shared/sheets/summary-of-records.ts';
import { encoded } from '../../shared/summarise/encoded.ts';
import { knownForm } from '../../templates/forms.ts';
import { periodById } from '../../templates/periods.ts';
import { countedByPeriod } from './counted-files.ts';
import type { JudgedFile } from './judge-file.ts';
import { writeOutput, writePieces } from './write-output.ts';

/** A file that passed, and the name its outputs begin with. */
export interface PassedFile extends JudgedFile {
  readonly name: string;
}

/**
 * A summary for each period over all files that passed, as workbook, CSV and JSON, and a line for each:
 * what it holds, and which files it leaves out because the same submitter has a later one.
 */
export async function writeSummaries(
  files: readonly PassedFile[],
  out: string,
  due: readonly DueSubmitter[],
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [period, { counted, replaced }] of countedByPeriod(files)) {
    const file = await writeSummary(period, counted.map(submissionOf), out, due);
    lines.push(`汇总 summary ${period}：${counted.length} 个报送主体 → ${file}`);
    for (const [earlier, later] of replaced) {
      lines.push(
        `  未计入 not counted: ${earlier.file}（同一报送主体以排在后面的 ${later.file} 为准；分科室报送的请先合并为一份）`,
      );
    }
  }
  return lines;
}

async function writeSummary(
  period: string,
  submissions: readonly SubmissionRecords[],
  out: string,
  due: readonly DueSubmitter[],
): Promise<string> {
  const { budgetBasis = '未注明' } = periodById(period) ?? {};
  const { input, details } = summaryOfRecords({ id: period, budgetBasis }, submissions, { due });
  const file = path.join(out, `summary-${period}.xlsx`);
  const beside = (ending: string): string => path.join(out, `summary-${period}.${ending}`);
  await writePieces(file, streamWorkbook(summaryWorkbook(input), details()));
  await writePieces(beside('csv'), encoded(projectsCsv(input, details())));
  await writePieces(beside('json'), encoded(summaryJson(input, details())));
  writeOutput(path.join(out, 'summary.schema.json'), jsonBytes(summarySchemaDocument()));
  return file;
}

function submissionOf({ file, name, judgement, report }: PassedFile): SubmissionRecords {
  const { recordSet } = judgement;
  if (recordSet === null) throw new Error(`${file} passed without records`);
  return {
    form: knownForm(recordSet.form),
    recordSet,
    revision: null,
    receivedAt: null,
    fileName: path.basename(file),
    findings: report.findings,
    outputs: {
      report: `${name}.pdf`,
      feedback: `${name}.feedback.xlsx`,
      findings: `${name}.findings.json`,
      records: `${name}.records.json`,
    },
  };
}
