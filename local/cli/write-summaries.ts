import path from 'node:path';
import { jsonBytes } from '../../shared/outputs.ts';
import type { Period } from '../../shared/period.ts';
import { yearBefore } from '../../shared/period.ts';
import { streamWorkbook } from '../../shared/sheets/stream/stream-workbook.ts';
import { summaryWorkbook } from '../../shared/sheets/summary.ts';
import { projectsCsv } from '../../shared/sheets/summary-csv.ts';
import { lastYearOf } from '../../shared/sheets/summary-figures.ts';
import type { LastYear, SummarySource } from '../../shared/sheets/summary-input.ts';
import { summaryJson, summarySchemaDocument } from '../../shared/sheets/summary-json.ts';
import {
  type SubmissionRecords,
  summaryOfRecords,
} from '../../shared/sheets/summary-of-records.ts';
import { encoded } from '../../shared/summarise/encoded.ts';
import type { Register } from '../../shared/unit.ts';
import { knownForm } from '../../templates/forms.ts';
import { countedByPeriod } from './counted-files.ts';
import type { JudgedFile } from './judge-file.ts';
import { writeOutput, writePieces } from './write-output.ts';

/** A file that passed, and what its outputs are called, without their endings. */
export interface PassedFile extends JudgedFile {
  readonly name: string;
}

/**
 * A summary for each period over all files that passed, as workbook, CSV and JSON, and a line for each:
 * what it holds, and which files it leaves out because the same submitter has a later one. Who owes a return is at the top of
 * the register; the year before is compared with where its files are given too.
 */
export async function writeSummaries(
  files: readonly PassedFile[],
  register: Register,
  out: string,
  periods: readonly Period[],
): Promise<readonly string[]> {
  const lines: string[] = [];
  const due = register.filter(({ parent }) => parent === null);
  const years = new Map<string, LastYear>();
  for (const [id, { counted, replaced }] of countedByPeriod(files)) {
    const file = path.join(out, `summary-${id}.xlsx`);
    const { input, details } = summaryOfRecords(basisOf(id, periods), counted.map(submissionOf), {
      due,
    });
    const lastYear = years.get(yearBefore(id)) ?? null;
    await writeSummary({ input: { ...input, lastYear }, details }, file);
    years.set(id, lastYearOf(input));
    lines.push(`汇总 summary ${id}：${counted.length} 个报送主体 → ${file}`);
    for (const [earlier, later] of replaced) {
      lines.push(
        `  未计入 not counted: ${earlier.file}（同一报送主体以排在后面的 ${later.file} 为准；分科室报送的请先合并为一份）`,
      );
    }
  }
  return lines;
}

/** The workbook, and the same data for statisticians beside it. */
async function writeSummary({ input, details }: SummarySource, file: string): Promise<void> {
  await writePieces(file, streamWorkbook(summaryWorkbook(input), details()));
  const beside = (kind: string): string => file.replace(/xlsx$/, kind);
  await writePieces(beside('csv'), encoded(projectsCsv(input, details())));
  await writePieces(beside('json'), encoded(summaryJson(input, details())));
  const schema = jsonBytes(summarySchemaDocument());
  writeOutput(path.join(path.dirname(file), 'summary.schema.json'), schema);
}

const basisOf = (id: string, periods: readonly Period[]): Pick<Period, 'id' | 'budgetBasis'> => ({
  id,
  budgetBasis: periods.find((period) => period.id === id)?.budgetBasis ?? '未注明',
});

/** The summary lies beside the outputs of its files, and leads to them by their names. */
const submissionOf = ({ file, name, judgement, report }: PassedFile): SubmissionRecords => {
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
    },
  };
};
