import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import { type Judgement, judge } from '../shared/judge.ts';
import { layOutReport } from '../shared/layout/lay-out-report.ts';
import { paintReport } from '../shared/paint/paint-report.ts';
import type { RecordSet } from '../shared/records/record.ts';
import type { Table } from '../shared/rows/row.ts';
import { judgeTable } from '../shared/rules/run-rules.ts';
import { feedbackWorkbook } from '../shared/sheets/feedback.ts';
import { summaryWorkbook } from '../shared/sheets/summary.ts';
import { writeWorkbook } from '../shared/sheets/write-workbook.ts';
import { loadFonts } from '../templates/fonts/load-fonts.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';
import { PERIODS } from '../templates/periods.ts';
import { measure, type Timing } from './measure.ts';

/*
 * `npm run bench`: times and sizes on the published table of 2021 (26 rows) and on the same rows
 * repeated to 1,000, as a table and as bench/results.json. Budgets stand in the design.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLE = `${ROOT}templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx`;

const bytes = new Uint8Array(readFileSync(SAMPLE));
const fonts = loadFonts();

const judged = async (): Promise<Judgement> =>
  judge(await readWorkbook(bytes), {
    period: '2021',
    submitter: 'LG-FGJ',
    periods: PERIODS,
    register: null,
    previous: null,
    lastYear: null,
    today: null,
    canPrint: fonts.metrics.has,
  });

const { recordSet, table: published } = await judged();
if (recordSet === null) throw new Error(`${SAMPLE} holds no table`);
const thousand: RecordSet = {
  ...recordSet,
  records: Array.from({ length: 1000 }, (_, index) => ({
    ...(recordSet.records[index % recordSet.records.length] as RecordSet['records'][number]),
    number: index + 1,
  })),
};

/** The published rows over and over, each text another, so that nothing is the same as before. */
function longTable(rows: number): Table {
  if (published === null) throw new Error(`${SAMPLE} holds no table`);
  return {
    ...published,
    rows: Array.from({ length: rows }, (_, index) => {
      const row = published.rows[index % published.rows.length] as Table['rows'][number];
      const number = index + published.rows.length;
      const entries = Object.entries(row.entries).map(([field, entry]) => {
        const at = { ...entry.at, row: number, cell: `${entry.at.column}${number}` };
        const isOwn = entry.figure === undefined && field !== 'unitName' && entry.text.length > 6;
        return [field, { ...entry, at, text: isOwn ? `${entry.text}${index}` : entry.text }];
      });
      return { ...row, number, entries: Object.fromEntries(entries) };
    }),
  };
}

const rules = (table: Table): unknown =>
  judgeTable(table, {
    form: table.form,
    periodId: '2021',
    period: PERIODS.find(({ id }) => id === '2021') ?? null,
    submitterCode: 'LG-FGJ',
    submitter: null,
    register: null,
    previous: null,
    lastYear: null,
    today: null,
    canPrint: fonts.metrics.has,
  });
const tables = [26, 5_000, 10_000].map(longTable);

const pdf = (records: RecordSet): Promise<Uint8Array> =>
  paintReport(layOutReport(records, longgang2021, fonts.metrics), fonts);

async function feedback(): Promise<Uint8Array> {
  const { table, findings, period } = await judged();
  if (table === null) throw new Error('no table');
  return writeWorkbook(feedbackWorkbook({ table, findings, fileName: '表.xlsx', period }));
}

const summary = (): Promise<Uint8Array> =>
  writeWorkbook(
    summaryWorkbook({
      period: { id: '2021', budgetBasis: '未注明' },
      submissions: [
        { form: longgang2021, recordSet, revision: 1, receivedAt: null, fileName: '表.xlsx' },
      ],
    }),
  );

const ruleTimings: Timing[] = [];
for (const table of tables) {
  const name = `table → findings, ${table.rows.length.toLocaleString('en')} rows`;
  ruleTimings.push(await measure(name, () => rules(table), { most: 10 }));
}

const timings: readonly Timing[] = [
  await measure('xlsx bytes → findings and records, 26 rows', judged),
  ...ruleTimings,
  await measure('records → PDF, 26 rows', () => pdf(recordSet)),
  await measure('records → PDF, 1,000 rows', () => pdf(thousand), { most: 10, seconds: 10 }),
  await measure('xlsx bytes → findings, records and PDF, 26 rows', async () => {
    const { recordSet: records } = await judged();
    if (records !== null) await pdf(records);
  }),
  await measure('findings → feedback workbook, 26 rows', feedback),
  await measure('records → summary workbook, 26 rows', summary),
  await measure(
    'jixiao check in a fresh process, 26 rows',
    () => execFileSync(process.execPath, [`${ROOT}local/jixiao.mjs`, 'check', '--json', SAMPLE]),
    { most: 5 },
  ),
];

const sizes = [
  { name: 'PDF, 26 rows', bytes: (await pdf(recordSet)).length },
  { name: 'PDF, 1,000 rows', bytes: (await pdf(thousand)).length },
  { name: 'feedback workbook, 26 rows', bytes: (await feedback()).length },
  { name: 'summary workbook, 26 rows', bytes: (await summary()).length },
];

const machine = {
  node: process.versions.node,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
};
const results = { machine, timings, sizes };
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);

process.stdout.write(`Node ${machine.node}, ${machine.cores} × ${machine.cpu}\n\n`);
process.stdout.write(`${'milliseconds'.padEnd(52)}${'first'.padStart(9)}${'warm'.padStart(9)}\n`);
for (const { name, first, warm } of timings) {
  process.stdout.write(
    `${name.padEnd(52)}${first.toFixed(1).padStart(9)}${warm.toFixed(1).padStart(9)}\n`,
  );
}
process.stdout.write(`\n${'bytes'.padEnd(52)}\n`);
for (const { name, bytes: size } of sizes) {
  process.stdout.write(`${name.padEnd(52)}${size.toLocaleString('en').padStart(18)}\n`);
}
process.stdout.write('\nwritten: bench/results.json\n');
