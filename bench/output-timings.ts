import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import type { Judgement } from '../shared/judge.ts';
import { layOutReport } from '../shared/layout/lay-out-report.ts';
import { paintReport } from '../shared/paint/paint-report.ts';
import type { RecordSet } from '../shared/records/record.ts';
import { feedbackWorkbook } from '../shared/sheets/feedback.ts';
import { summaryOfRecords } from '../shared/sheets/summary-of-records.ts';
import { writeWorkbook } from '../shared/sheets/write-workbook.ts';
import { loadFonts } from '../templates/fonts/load-fonts.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';
import { summaryBytes } from '../test/summary-bytes.ts';
import { judged, SAMPLE, sampleBytes } from './judged.ts';
import { measure, type Timing } from './measure.ts';
import { repeated } from './repeated.ts';

const JIXIAO = fileURLToPath(new URL('../local/jixiao.mjs', import.meta.url));

/** Bytes of an output. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
}

/** Times and sizes of everything made of the published table of 2021, and of its rows to 1,000. */
export async function timeOutputs(): Promise<{
  readonly timings: readonly Timing[];
  readonly sizes: readonly Size[];
}> {
  const bytes = sampleBytes();
  const fonts = loadFonts();
  const judgedSample = async (): Promise<Judgement> =>
    judged(await readWorkbook(bytes), fonts.metrics.has);
  const { recordSet } = await judgedSample();
  if (recordSet === null) throw new Error(`${SAMPLE} holds no table`);
  const thousand = repeated(recordSet, 1000);

  const pdf = (records: RecordSet): Promise<Uint8Array> =>
    paintReport(layOutReport(records, longgang2021, fonts.metrics), fonts);
  const feedback = async (): Promise<Uint8Array> => {
    const { table, findings, period } = await judgedSample();
    if (table === null) throw new Error('no table');
    return writeWorkbook(feedbackWorkbook({ table, findings, fileName: '表.xlsx', period }));
  };
  const summary = (): Promise<Uint8Array> =>
    summaryBytes(
      summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, [
        { form: longgang2021, recordSet, revision: 1, receivedAt: null, fileName: '表.xlsx' },
      ]),
    );

  const timings = [
    await measure('xlsx bytes → findings and records, 26 rows', judgedSample),
    await measure('records → PDF, 26 rows', () => pdf(recordSet)),
    await measure('records → PDF, 1,000 rows', () => pdf(thousand), { most: 10, seconds: 10 }),
    await measure('xlsx bytes → findings, records and PDF, 26 rows', async () => {
      const { recordSet: records } = await judgedSample();
      if (records !== null) await pdf(records);
    }),
    await measure('findings → feedback workbook, 26 rows', feedback),
    await measure('records → summary workbook, 26 rows', summary),
    await measure(
      'jixiao check in a fresh process, 26 rows',
      () => execFileSync(process.execPath, [JIXIAO, 'check', '--json', SAMPLE]),
      { most: 5 },
    ),
  ];
  const sizes = [
    { name: 'PDF, 26 rows', bytes: (await pdf(recordSet)).length },
    { name: 'PDF, 1,000 rows', bytes: (await pdf(thousand)).length },
    { name: 'feedback workbook, 26 rows', bytes: (await feedback()).length },
    { name: 'summary workbook, 26 rows', bytes: (await summary()).length },
  ];
  return { timings, sizes };
}
