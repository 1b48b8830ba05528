import type { Cell, Sheet } from '../shared/cells/cell.ts';
import { MAX_TABLE_ROWS } from '../shared/cells/limits.ts';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import type { RecordSet } from '../shared/records/record.ts';
import { toRecords } from '../shared/records/to-records.ts';
import { findTable } from '../shared/rows/find-table.ts';
import type { Table } from '../shared/rows/row.ts';
import { judgeTable } from '../shared/rules/run-rules.ts';
import { FORMS } from '../templates/forms.ts';
import { contextOf, judged, sampleBytes } from './judged.ts';
import { FIRST, longSheet } from './long-table.ts';
import { measure, type Timing } from './measure.ts';

/**
 * Times the search for the table, the rules alone and the whole judgement on sheets in memory. A file
 * with more projects than one may have is refused, so beyond that only its parts are timed.
 */
export async function timeRules(): Promise<readonly Timing[]> {
  const read = await readWorkbook(sampleBytes());
  const sheet = read.ok ? read.sheets[0] : undefined;
  if (sheet === undefined) throw new Error('the sample was not read');
  const timings: Timing[] = [];
  for (const projects of [26, 1_000, MAX_TABLE_ROWS, 10_000]) {
    const long = longSheet(sheet, projects);
    const rows = `${projects.toLocaleString('en')} rows`;
    timings.push(await measure(`sheets → table, ${rows}`, () => findTable([long], FORMS)));
    timings.push(...(await timeRulesAlone(long, rows)));
    if (projects > MAX_TABLE_ROWS) continue;
    timings.push(
      await measure(`sheets → findings and records, ${rows}`, () =>
        judged({ ok: true, sheets: [long] }, () => true),
      ),
    );
  }
  return timings;
}

/** The rules as the sample is, with last year's records, and with texts that are all different. */
async function timeRulesAlone(sheet: Sheet, rows: string): Promise<readonly Timing[]> {
  const same = tableOf(sheet);
  const different = tableOf(withDifferentTexts(sheet));
  const time = (name: string, table: Table, lastYear: RecordSet | null): Promise<Timing> =>
    measure(
      `table → findings, ${rows}${name}`,
      () => judgeTable(table, rulesContext(table, lastYear)),
      { seconds: 2 },
    );
  return [
    await time('', same, null),
    await time(', last year known', same, recordsOf(same)),
    await time(', texts all different', different, null),
    await time(', both', different, recordsOf(different)),
  ];
}

function rulesContext(table: Table, lastYear: RecordSet | null): Parameters<typeof judgeTable>[1] {
  const { period: periodId, submitter: submitterCode, periods, ...rest } = contextOf(() => true);
  const period = periods.find(({ id }) => id === periodId) ?? null;
  return {
    ...{ periodId, period, submitterCode, submitter: null, form: table.form },
    ...{ ...rest, lastYear },
  };
}

function tableOf(sheet: Sheet): Table {
  const result = findTable([sheet], FORMS);
  if (!result.found) throw new Error('the long table was not found');
  return result.table;
}

const recordsOf = (table: Table): RecordSet => ({
  form: table.form.id,
  period: '2020',
  submitter: { code: 'LG-FGJ', name: '' },
  attachment: null,
  records: toRecords(table, null),
});

/** Characters of a cell from which on its text is changed: shorter ones are titles, names, 无. */
const LONG = 20;

/** The sheet with characters of every long text replaced, so that none is like another. */
function withDifferentTexts(sheet: Sheet): Sheet {
  const changed = (text: string, seed: number): string =>
    text.replace(/[\u4e00-\u9fff]/g, (character, place: number) =>
      place % 3 === 0
        ? String.fromCharCode(0x4e00 + ((seed * 7_919 + place * 104_729) % 20_000))
        : character,
    );
  const rows = [...sheet.rows].map(([row, cells]): [number, Map<number, Cell>] => [
    row,
    new Map(
      [...cells].map(([column, cell]) => [
        column,
        cell.text.length < LONG || row < FIRST
          ? cell
          : { ...cell, text: changed(cell.text, row * 50 + column) },
      ]),
    ),
  ]);
  return { ...sheet, rows: new Map(rows) };
}
