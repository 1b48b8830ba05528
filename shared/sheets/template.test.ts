import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type FormDefinition, leaves } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import { cleanText } from '../cells/clean-text.ts';
import { readWorkbook } from '../cells/read-workbook.ts';
import { computeRate, type Rate } from '../rate.ts';
import { carryOver } from '../records/carry-over.ts';
import type { ProjectRecord } from '../records/record.ts';
import { toRecords } from '../records/to-records.ts';
import { findTable } from '../rows/find-table.ts';
import { IDENTITY_MARK } from '../rows/read-identity.ts';
import type { ExtraIndicator, Table } from '../rows/row.ts';
import { type TemplateInput, templateWorkbook } from './template.ts';
import type { SheetModel } from './workbook-model.ts';
import { writeWorkbook } from './write-workbook.ts';

const inputFor = (form: FormDefinition, more: Partial<TemplateInput> = {}): TemplateInput => ({
  form,
  period: form.version,
  attachment: form.attachment,
  submitter: { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局' },
  implementingUnits: ['深圳市龙岗区发展和改革局', '深圳市龙岗区投资推广署'],
  rows: 30,
  records: [],
  filledFrom: null,
  ...more,
});

const sheetsOf = async (input: TemplateInput) => {
  const read = await readWorkbook(await writeWorkbook(templateWorkbook(input)));
  if (!read.ok) throw new Error(`not read: ${read.refusal.kind}`);
  return read.sheets;
};

async function tableOf(input: TemplateInput): Promise<Table> {
  const result = findTable(await sheetsOf(input), FORMS);
  if (!result.found) throw new Error(`no table: ${JSON.stringify(result.noTable)}`);
  return result.table;
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

test('the hidden sheet offers the units, and says nothing that names them secret', async () => {
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

  test('a rate that was stated wrong stays as it was stated', async () => {
    const { recordSet } = sample2021();
    const table = await tableOf(inputFor(longgang2021, { records: recordSet.records }));
    expect(table.rows[10]?.entries['executionRate']?.text).toBe('98.64%');
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

/** Texts that are awkward in cells, formulas, XML or for readers. */
const NASTY = [
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+86',
  '-1',
  '@SUM(A1)',
  '95%',
  '3-1',
  '2021年9月',
  '0012',
  '1e5',
  'TRUE',
  '#REF!',
  '无',
  '不适用',
  '—',
  '_x000D_',
  '_x0041_',
  '<b>&amp;"\'',
  ']]>',
  '一行\n二行\n\n四行',
  '𠮷野家㐂',
  '“引号”……——',
  '长'.repeat(3000),
];

const text = fc
  .oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constant(''))
  .map(cleanText);

/** A name that is there, and is not the word by which sums are known. */
const name = text.map((typed) => `${typed}项目`);

const fen = fc.oneof(
  fc.constant(null),
  fc.constant(0),
  fc.integer({ min: 0, max: 1_000_000_000_000 }),
  fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths * 10_000),
);

const EXTRA_TITLES = ['设备利用率', '甲/乙指标', '指标(一)'];

const extras = (form: FormDefinition): fc.Arbitrary<readonly ExtraIndicator[]> => {
  const fields = leaves(form.columns).flatMap(({ type, field }) =>
    type === 'extension' ? [field] : [],
  );
  const all = fields.flatMap((field) => ['', ...EXTRA_TITLES].map((title) => ({ field, title })));
  const filled = fc.tuple(name, text);
  return fc.subarray(all).chain((chosen) =>
    fc.array(filled, { minLength: chosen.length, maxLength: chosen.length }).map((texts) =>
      chosen.map((extra, index) => {
        const [target = '', actual = ''] = texts[index] ?? [];
        return { ...extra, target, actual: extra.title === '' ? '' : actual };
      }),
    ),
  );
};

const rateFor = (
  form: FormDefinition,
  amounts: ProjectRecord['amounts'],
): fc.Arbitrary<Rate | null> => {
  const actual = amounts[form.rate.actual] ?? null;
  const budget = amounts[form.rate.budget] ?? null;
  if (budget === 0) return fc.constant(null);
  const computed = actual === null || budget === null ? null : computeRate(actual, budget, 4);
  const stated = fc.record({
    scaled: fc.integer({ min: 0, max: 20_000 }),
    places: fc.integer({ min: 0, max: 7 }),
  });
  return fc.oneof(fc.constant(computed), fc.constant(null), stated);
};

/** Amounts that add up in half of all cases. */
const amountsOf = (form: FormDefinition): fc.Arbitrary<Record<string, number | null>> => {
  const fields = leaves(form.columns).flatMap(({ type, field }) =>
    type === 'money' ? [field] : [],
  );
  return fc
    .tuple(fc.record(Object.fromEntries(fields.map((field) => [field, fen]))), fc.boolean())
    .map(([amounts, addUp]) => {
      if (!addUp) return amounts;
      const totals = form.sums.map(({ total, parts }) => {
        const stated = parts.flatMap((part) => amounts[part] ?? []);
        return [total, stated.length === 0 ? null : stated.reduce((sum, part) => sum + part, 0)];
      });
      return { ...amounts, ...Object.fromEntries(totals) };
    });
};

const recordOf = (form: FormDefinition): fc.Arbitrary<ProjectRecord> => {
  const texts = Object.fromEntries(
    leaves(form.columns).flatMap(({ type, field }) =>
      type === 'text' ? [[field, field === 'projectName' ? name : text]] : [],
    ),
  );
  return fc
    .tuple(fc.record(texts), amountsOf(form), extras(form), fc.option(name, { nil: undefined }))
    .chain(([typed, amounts, extraIndicators, projectCode]) =>
      rateFor(form, amounts).map((rate) => ({
        number: 1,
        implementingUnit: null,
        texts: typed,
        amounts,
        rates: { [form.rate.field]: rate },
        extraIndicators,
        ...(projectCode === undefined ? {} : { projectCode }),
        source: { sheet: '', row: 1 },
      })),
    );
};

const numbered = (records: readonly ProjectRecord[]): readonly ProjectRecord[] =>
  records.map((record, index) => ({
    ...record,
    number: index + 1,
    texts: { ...record.texts, serial: `${index + 1}` },
  }));

/** Where a record stood is its own file's matter; the order of added indicators is the columns'. */
const withoutSource = (records: readonly ProjectRecord[]) =>
  records.map(({ source: _, extraIndicators, ...record }) => ({
    ...record,
    extraIndicators: extraIndicators
      .map((extra) => JSON.stringify([extra.field, extra.title, extra.target, extra.actual]))
      .sort(),
  }));

describe.each([
  ['longgang-2020', longgang2020],
  ['longgang-2021', longgang2021],
])('%s', (_, form) => {
  test('records → template → workbook → reader → the same records', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(recordOf(form), { minLength: 1, maxLength: 4 }), async (made) => {
        const records = numbered(made);
        const table = await tableOf(inputFor(form, { records, rows: 3 }));
        expect(withoutSource(toRecords(table, null))).toEqual(withoutSource(records));
        expect(table.unknownColumns).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
