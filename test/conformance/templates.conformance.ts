import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import type { ProjectRecord } from '../../shared/records/record.ts';
import { toRecords } from '../../shared/records/to-records.ts';
import { findTable } from '../../shared/rows/find-table.ts';
import type { Table } from '../../shared/rows/row.ts';
import { judgeTable } from '../../shared/rules/run-rules.ts';
import { templateWorkbook } from '../../shared/sheets/template.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import type { FormDefinition } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { ruleContext } from '../rule-hits.ts';
import { sample2020, sample2021 } from '../sample-records.ts';
import { type Edit, editInLibreOffice, SAVED_AS, type SavedAs } from './edit-in-libreoffice.ts';
import { throughLibreOffice, withoutResults } from './recalculate.ts';
import { describeWith } from './tools.ts';

/*
 * Templates in LibreOffice: filled in, rows inserted, deleted, sorted, saved as what clerks save.
 */

const NAME = '深圳市龙岗区发展和改革局';

const template = (
  form: FormDefinition,
  records: readonly ProjectRecord[],
  rows: number,
): Promise<Uint8Array> =>
  writeWorkbook(
    templateWorkbook({
      form,
      period: form.version,
      attachment: form.attachment,
      submitter: { code: 'LG-FGJ', name: NAME },
      implementingUnits: [NAME, '深圳市龙岗区投资推广署'],
      rows,
      records,
      filledFrom: null,
    }),
  );

async function tableOf(bytes: Uint8Array): Promise<Table> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`not read: ${read.refusal.kind}`);
  const result = findTable(read.sheets, FORMS);
  if (!result.found) throw new Error(`no table: ${JSON.stringify(result.noTable)}`);
  return result.table;
}

/** A project typed into a row of the template of 2021: names, then amounts by source. */
const project = (row: number, name: string, budget: number, actual: number): readonly Edit[] => [
  ['set', `B${row}`, NAME],
  ['set', `C${row}`, name],
  ...(['E', 'F', 'G'] as const).map((column, index) => amount(column, row, index, budget)),
  ...(['I', 'J', 'K'] as const).map((column, index) => amount(column, row, index, actual)),
];

const amount = (column: string, row: number, index: number, value: number): Edit => [
  'set',
  `${column}${row}`,
  index === 0 ? value : 0,
];

const texts = (table: Table, field: string): readonly string[] =>
  table.rows.map(({ entries }) => entries[field]?.text ?? '');

const rulesSaid = (table: Table): readonly string[] =>
  judgeTable(table, { ...ruleContext(), form: table.form }).map(({ rule }) => rule);

describeWith('LibreOffice with Python', 'templates, filled in with LibreOffice', () => {
  describe.each(SAVED_AS)('saved as .%s', (kind) => {
    let table: Table;
    beforeAll(async () => {
      table = await tableOf((await edited())[kind]);
    });

    test('every project is read, typed, inserted, pasted or sorted; offered rows are none', () => {
      expect(texts(table, 'projectName')).toEqual(['丙项目', '甲项目', '乙项目', '最后插入的项目']);
    });

    test('totals and rates follow their rows, wherever they went', () => {
      expect(texts(table, 'budgetTotal')).toEqual(['300.00', '100.10', '50.00', '7.00']);
      expect(texts(table, 'executionRate')).toEqual(['50.00%', '90.01%', '100.00%', '']);
    });

    test('the sums take in the rows inserted at the very end', () => {
      const sums = table.leftOut.find(({ row }) => row.entries['serial']?.text === '合计')?.row;
      expect(sums?.entries['budgetTotal']?.text).toBe('457.10');
      expect(sums?.entries['actualTotal']?.text).toBe('293.60');
      expect(sums?.entries['executionRate']?.text).toBe('64.23%');
    });

    test('the file still knows what it is', () => {
      expect(table.identity).toEqual({
        form: 'longgang-2021',
        version: '2021',
        period: '2021',
        submitter: 'LG-FGJ',
        intact: true,
      });
    });

    test('nothing is said of what the template brought along', () => {
      const said = rulesSaid(table);
      for (const rule of [
        'figure-readable',
        'rows-counted',
        'template-intact',
        'sum-row-agrees',
        'columns-known',
        'table-alone',
      ]) {
        expect(said).not.toContain(rule);
      }
    });
  });

  test('a template that nobody filled in, saved again, still has no project', async () => {
    const saved = await editInLibreOffice(await template(longgang2020, [], 4), []);
    for (const kind of SAVED_AS) {
      const table = await tableOf(saved[kind]);
      expect([kind, table.rows, table.form.id]).toEqual([kind, [], 'longgang-2020']);
    }
  });

  test('offered rows below the projects are not asked about', async () => {
    const blank = await template(longgang2021, [], 5);
    const saved = await editInLibreOffice(blank, project(7, '甲项目', 100.1, 90.1));
    for (const kind of SAVED_AS) {
      const table = await tableOf(saved[kind]);
      expect([kind, texts(table, 'projectName')]).toEqual([kind, ['甲项目']]);
      expect(rulesSaid(table)).not.toContain('serials-filled');
    }
  });

  test.each(['xlsx', 'ods'] as const)(
    'a formula that still shows nothing reads as blank in .%s',
    async (kind) => {
      const blank = await template(longgang2021, [], 5);
      const saved = await editInLibreOffice(blank, project(7, '甲项目', 100.1, 90.1).slice(0, 5));
      const [row] = (await tableOf(saved[kind])).rows;
      expect(row?.entries['budgetTotal']?.text).toBe('100.10');
      expect(row?.entries['actualTotal']?.figure).toEqual({ kind: 'blank' });
      expect(row?.entries['executionRate']?.figure).toEqual({ kind: 'blank' });
    },
  );

  test('the drop-downs and checks survive in the file that LibreOffice writes', async () => {
    const sheet = strFromU8(unzipSync((await edited()).xlsx)['xl/worksheets/sheet1.xml']!);
    for (const type of ['list', 'decimal', 'whole']) {
      expect(sheet).toMatch(new RegExp(`<dataValidation [^>]*type="${type}"`));
    }
    expect(sheet).toContain('jixiao_units');
  });

  test.each([
    ['longgang-2020', longgang2020, sample2020()],
    ['longgang-2021', longgang2021, sample2021()],
  ])('%s: LibreOffice computes what was stored', async (_, form, { recordSet }) => {
    const bytes = await template(form, recordSet.records, 30);
    const { bytes: stripped, formulas } = withoutResults(bytes);
    expect(formulas).toBeGreaterThan(60);
    const [computed] = await throughLibreOffice([stripped]);
    const before = await tableOf(bytes);
    const after = await tableOf(computed!);
    expect(figuresOf(after)).toEqual(figuresOf(before));
    expect(toRecords(after, null)).toEqual(toRecords(before, null));
  });
});

const figuresOf = ({ leftOut }: Table) =>
  leftOut.map(({ kind, row }) => [
    kind,
    Object.values(row.entries).map(({ text, figure }) => figure ?? text),
  ]);

let saved: Promise<Readonly<Record<SavedAs, Uint8Array>>> | undefined;

/** The template of 2021 with six rows (7 to 12, grey line in 13), as a clerk leaves it. */
const edited = () => {
  saved ??= template(longgang2021, [], 6).then((bytes) =>
    editInLibreOffice(bytes, [
      ...project(7, '甲项目', 100.1, 90.1),
      ...project(8, '丙项目', 300, 150),
      ['height', 8, 2000],
      // A row in the middle, with the formulas of the row above it.
      ['insert', 8],
      ['copy', 'A7:AG7', 'A8'],
      ['set', 'A8', 3],
      ...project(8, '乙项目', 50, 50),
      // One that was offered goes.
      ['delete', 12],
      ['sort', 'A7:AG9', 3, true],
      // One just above the grey line, typed without formulas.
      ['insert', 13],
      ['set', 'A13', 9],
      ['set', 'B13', NAME],
      ['set', 'C13', '最后插入的项目'],
      ['set', 'D13', 7],
      ['set', 'H13', 3.5],
    ]),
  );
  return saved;
};
