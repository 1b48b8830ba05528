import { inStep } from '../in-step.ts';
import {
  csvFile,
  jsonBytes,
  jsonFile,
  newestSummaryKey,
  type SummaryKind,
  schemaKey,
  summaryKey,
  workbookFile,
} from '../outputs.ts';
import type { OutputFile, SummarisePorts } from '../ports.ts';
import { projectsCsv, submissionsCsv } from '../sheets/summary-csv.ts';
import type { SummaryDetail, SummaryInput } from '../sheets/summary-input.ts';
import { summaryJson, summarySchemaDocument } from '../sheets/summary-json.ts';
import { encoded } from './encoded.ts';
import { loadDetails } from './load-details.ts';

/** What writing a summary needs. */
export type WritePorts = Pick<SummarisePorts, 'submissions' | 'outputs' | 'workbooks'>;

/** Which of a period's summaries is written. */
export interface Generation {
  readonly generation: number;
  /** The first of an hour is kept for good, so that one can tell later what stood when. */
  readonly lasting: boolean;
}

/** What a summary is written as; the workbook last, for whoever waits for that. */
const SUMMARY_KINDS: readonly SummaryKind[] = ['csv', 'json', 'xlsx'];

/**
 * Writes a generation: workbook, CSV and JSON from the same rows, which are read once and handed to all
 * three. A large period's rows lie in files of their own, and none is read.
 */
export async function writeSummary(
  input: SummaryInput,
  { generation, lasting }: Generation,
  ports: WritePorts,
): Promise<void> {
  const { outputs, workbooks } = ports;
  const { id } = input.period;
  const name = `${id}年度部门预算项目绩效自评汇总表`;
  const put = (kind: SummaryKind, pieces: AsyncIterable<Uint8Array>, file: OutputFile) =>
    outputs.streamOutput(summaryKey(id, generation, kind), pieces, { ...file, lasting });
  const { rowsApart } = input;
  await outputs.writeOutput(
    schemaKey(id),
    jsonBytes(summarySchemaDocument()),
    jsonFile('summary.schema'),
  );
  await inStep<SummaryDetail>(rowsApart ? nothing() : loadDetails(input, ports), [
    (details) =>
      put(
        'csv',
        encoded(rowsApart ? submissionsCsv(input) : projectsCsv(input, details)),
        csvFile(name),
      ),
    (details) =>
      put('json', encoded(summaryJson(input, rowsApart ? null : details)), jsonFile(name)),
    async (details) => put('xlsx', await workbooks.summary(input, details), workbookFile(name)),
  ]);
}

/** Lays a generation under the names that do not change. */
export async function layAsNewest(
  period: string,
  generation: number,
  { outputs }: Pick<WritePorts, 'outputs'>,
): Promise<void> {
  for (const kind of SUMMARY_KINDS) {
    await outputs.copyOutput(summaryKey(period, generation, kind), newestSummaryKey(period, kind));
  }
}

async function* nothing(): AsyncGenerator<never> {}
