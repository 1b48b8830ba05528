import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { leaves } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { inputFor, sheetsOf, tableOf, withoutSource } from '../../test/template-tables.ts';
import { carryOver } from '../records/carry-over.ts';
import type { ProjectRecord } from '../records/record.ts';
import { toRecords } from '../records/to-records.ts';
import { IDENTITY_MARK } from '../rows/read-identity.ts';
import { type TemplateInput, templateWorkbook } from './template.ts';
import type { CellContent, SheetModel } from './workbook-model.ts';
import { writeWorkbook } from './write-workbook.ts';

/** What stands in a record's row of the template of 2021. */
function contentOf(records: readonly ProjectRecord[], index: number, field: string): CellContent {
  const { rows } = tableSheet(inputFor(longgang2021, { records }));
  const column = leaves(longgang2021.columns).findIndex((leaf) => leaf.field === field);
  return rows[6 + index]!.cells[column]!.content;
}

/** The sheet of the table as a model. */
const tableSheet = (input: TemplateInput): SheetModel => templateWorkbook(input).sheets[0]!;

describe.each(FORMS.map((form) => [form.id, form] as const))(
  'a blank template of %s',
  (_, form) => {
    test('is read as that form, with nothing filled in and nothing said of its offered rows', async () => {
      const table = await tableOf(inputFor(form));
      expect(table.form.id).toBe(form.id);
      expect(table.rows).toEqual([]);
      expect(table.titleYear).toBe(form.version);
      expect(table.submitterName?.text).toBe('深圳市龙岗区发展和改革局');
      expect(table.amountUnit?.text).toBe('万元');
      expect(table.leftOut.filter(({ kind }) => kind === 'numbered')).toHaveLength(30);
    });

    test('knows what it is', async () => {
      expect((await tableOf(inputFor(form))).identity).toEqual({
        form: form.id,
        version: form.version,
        period: form.version,
        submitter: 'LG-FGJ',
        intact: true,
      });
    });

    test('shows blanks in its formulas, and they read as blanks', async () => {
      const [sheet] = await sheetsOf(inputFor(form));
      const figures = [...sheet!.rows].flatMap(([row, cells]) =>
        row <= 6 ? [] : [...cells.values()].filter(({ at }) => at.column !== 'A'),
      );
      expect(figures).toEqual([]);
    });

    test('checks the offered rows and no others', () => {
      const { validations = [], rows } = tableSheet(inputFor(form));
      expect(validations).toHaveLength(leaves(form.columns).length);
      const first = rows.length - 31;
      for (const { range, prompt } of validations) {
        expect([range.top, range.bottom]).toEqual([first, first + 29]);
        expect(prompt.text).not.toBe('');
      }
      const kinds = validations.map(({ check }) => check.kind);
      expect(kinds[0]).toBe('whole');
      expect(kinds.filter((kind) => kind === 'list')).toHaveLength(1);
      const money = leaves(form.columns).filter(({ type }) => type === 'money');
      expect(kinds.filter((kind) => kind === 'decimal')).toHaveLength(money.length);
    });

    test('protects nothing', async () => {
      const parts = unzipSync(await writeWorkbook(templateWorkbook(inputFor(form))));
      const text = Object.values(parts)
        .map((bytes) => new TextDecoder().decode(bytes))
        .join('');
      expect(text).not.toContain('Protection');
    });

    test('is the same bytes whenever it is made', async () => {
      const once = await writeWorkbook(templateWorkbook(inputFor(form)));
      const again = await writeWorkbook(templateWorkbook(inputFor(form)));
      expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
    });
  },
);

test('a template for anybody leaves the name to be filled in and the unit column free', async () => {
  const input = inputFor(longgang2021, {
    submitter: { code: null, name: '' },
    implementingUnits: [],
  });
  const table = await tableOf(input);
  expect(table.submitterName).toBeNull();
  expect(table.identity).toMatchObject({ submitter: null, intact: true });
  const kinds = tableSheet(input).validations?.map(({ check }) => check.kind);
  expect(kinds).not.toContain('list');
});

test('the rows grow with their texts; the line above the sums does not', () => {
  const { rows } = tableSheet(inputFor(longgang2021, { rows: 2 }));
  expect(rows.map(({ fits }) => fits === true)).toEqual([
    ...Array.from({ length: 6 }, () => false),
    true,
    true,
    false,
    false,
  ]);
});

test('no height of a fitting row is fixed in the file', async () => {
  const bytes = await writeWorkbook(templateWorkbook(inputFor(longgang2021, { rows: 2 })));
  const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  const fixed = [...sheet.matchAll(/<row r="(\d+)"[^>]*customHeight/g)].map(([, row]) => row);
  expect(fixed).toEqual(['1', '2', '3', '4', '5', '6', '9', '10']);
});

test('one sheet is hidden: it says what the template is, and holds the units it offers', async () => {
  const sheets = await sheetsOf(inputFor(longgang2021));
  const hidden = sheets.filter((sheet) => sheet.hidden);
  expect(hidden).toHaveLength(1);
  expect(hidden[0]?.rows.get(1)?.get(1)?.text).toBe(IDENTITY_MARK);
  expect(hidden[0]?.rows.get(2)?.get(4)?.text).toBe('深圳市龙岗区投资推广署');
});

test('the guide explains every column the clerk sees', () => {
  const guide = templateWorkbook(inputFor(longgang2021)).sheets[1]!;
  const titles = guide.rows.map(({ cells }) => cells[0]?.content);
  for (const title of ['序号', '项目名称', '实际支出金额', '数量指标', '……', '整改情况']) {
    expect(titles).toContainEqual({ kind: 'text', text: title });
  }
});

describe('a template filled from the published tables', () => {
  test.each([
    ['longgang-2020', sample2020()],
    ['longgang-2021', sample2021()],
  ])('%s: completed records come back as they are', async (_, { form, recordSet }) => {
    const table = await tableOf(inputFor(form, { records: recordSet.records, rows: 1 }));
    expect(withoutSource(toRecords(table, null))).toEqual(withoutSource(recordSet.records));
    expect(table.leftOut.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 5 }, () => 'numbered'),
      'sum',
    ]);
  });

  test('the sums below the table are those of the published one', async () => {
    const { recordSet } = sample2021();
    const table = await tableOf(inputFor(longgang2021, { records: recordSet.records }));
    const sums = table.leftOut.at(-1)?.row.entries;
    expect(sums?.['budgetTotal']?.text).toBe('24,271.73');
    expect(sums?.['actualTotal']?.text).toBe('22,737.95');
    expect(sums?.['executionRate']?.text).toBe('93.68%');
  });

  test('a rate that was stated wrong stays as it was stated, the others are formulas', () => {
    const { recordSet } = sample2021();
    const contents = recordSet.records.map(
      (_, index) => contentOf(recordSet.records, index, 'executionRate').kind,
    );
    expect(contents.filter((kind) => kind === 'formula')).toHaveLength(24);
    expect(contentOf(recordSet.records, 10, 'executionRate')).toEqual({
      kind: 'number',
      number: 0.9864,
    });
  });

  test('a total that is not the sum of its sources stays as it was stated', () => {
    const [record] = sample2021().recordSet.records;
    const amounts = { ...record!.amounts, budgetTotal: 70_000_000 };
    expect(contentOf([{ ...record!, amounts }], 0, 'budgetTotal')).toEqual({
      kind: 'number',
      number: 70,
    });
    expect(contentOf([record!], 0, 'budgetTotal')).toMatchObject({ kind: 'formula', result: 62.1 });
  });

  test('planned from 2020 for 2021: totals stay totals, what happened is left to be filled in', async () => {
    const { recordSet } = sample2020();
    const { records, lost } = carryOver(recordSet, longgang2021, '2021');
    expect(lost).toEqual([]);
    const table = await tableOf(inputFor(longgang2021, { records }));
    const [first] = table.rows;
    expect(table.rows).toHaveLength(33);
    expect(first?.entries['budgetTotal']?.text).not.toBe('');
    expect(first?.entries['annualGoal']?.text).not.toBe('');
    for (const field of ['actualTotal', 'executionRate', 'quantityActual', 'problems']) {
      expect(first?.entries[field]?.text).toBe('');
    }
    expect(table.rows.map(({ entries }) => entries['serial']?.text)).toEqual(
      Array.from({ length: 33 }, (_, index) => `${index + 1}`),
    );
  });
});
