import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadResult } from '../shared/cells/read-result.ts';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import { type JudgeContext, type Judgement, judge } from '../shared/judge.ts';
import type { RecordSet } from '../shared/records/record.ts';
import { loadMetrics } from '../templates/fonts/load-fonts.ts';
import { PERIODS } from '../templates/periods.ts';

/** The published table of 2021. */
export const SAMPLE = fileURLToPath(
  new URL('../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx', import.meta.url),
);

export const sampleBytes = (): Uint8Array => new Uint8Array(readFileSync(SAMPLE));

/** What an upload of the sample's submitter is judged against. */
export const contextOf = (canPrint: (codePoint: number) => boolean): JudgeContext => ({
  period: '2021',
  submitter: 'LG-FGJ',
  periods: PERIODS,
  register: null,
  previous: null,
  lastYear: null,
  today: null,
  canPrint,
});

/** The records of the published table of 2021. */
export async function sampleRecords(): Promise<RecordSet> {
  const { recordSet } = judged(await readWorkbook(sampleBytes()), loadMetrics().has);
  if (recordSet === null) throw new Error(`${SAMPLE} holds no table`);
  return recordSet;
}

/** Findings and records of a file that was read, as an upload of the sample's submitter. */
export const judged = (read: ReadResult, canPrint: (codePoint: number) => boolean): Judgement =>
  judge(read, contextOf(canPrint));
