import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaves } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { GOOD_ROW, sheetOf, tableOf, typeInto } from '../../test/make-sheet.ts';
import { ruleContext } from '../../test/rule-hits.ts';
import { readWorkbook } from '../cells/read-workbook.ts';
import { findTable } from '../rows/find-table.ts';
import type { Row, Table } from '../rows/row.ts';
import type { Finding } from '../rules/finding.ts';
import { judgeTable } from '../rules/run-rules.ts';
import { feedbackWorkbook } from './feedback.ts';
import { writeWorkbook } from './write-workbook.ts';

/*
 * The feedback workbook is itself a valid upload: read again it gives the rows it was made from.
 */

const judged = (table: Table): readonly Finding[] =>
  judgeTable(table, { ...ruleContext(), form: table.form });

async function tableIn(bytes: Uint8Array): Promise<Table> {
  const read = await readWorkbook(bytes);
  const result = read.ok ? findTable(read.sheets, FORMS) : undefined;
  if (result?.found !== true) throw new Error(`no table: ${JSON.stringify(result)}`);
  return result.table;
}

/** The table as it comes back when its feedback is uploaded as it is. */
async function uploadedAgain(table: Table, findings = judged(table)): Promise<Table> {
  const model = feedbackWorkbook({ table, findings, fileName: '表.xlsx', period: null });
  return tableIn(await writeWorkbook(model));
}

/** What a row holds, without its addresses: blank cells and absent columns are the same. */
const held = ({ entries, extraIndicators }: Row) => ({
  entries: Object.fromEntries(
    Object.entries(entries)
      .filter(([, { text, figure }]) => text !== '' || (figure?.kind ?? 'blank') !== 'blank')
      .map(([field, { text, figure }]) => [field, { text, figure }]),
  ),
  extraIndicators: extraIndicators.toSorted((a, b) =>
    JSON.stringify([a.field, a.title]) < JSON.stringify([b.field, b.title]) ? -1 : 1,
  ),
});

function expectSame(again: Table, table: Table): void {
  expect(again.form).toBe(table.form);
  expect(again.rows.map(held)).toEqual(table.rows.map(held));
  expect(again.leftOut.map(({ kind, row }) => [kind, held(row)])).toEqual(
    table.leftOut.map(({ kind, row }) => [kind, held(row)]),
  );
  for (const part of ['title', 'submitterName', 'amountUnit'] as const) {
    expect(again[part]?.text).toBe(table[part]?.text);
  }
  expect(again.unknownColumns).toEqual([]);
  expect(again.otherTables).toEqual([]);
}

describe('the published tables', () => {
  test.each([
    '2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx',
    '2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
  ])('%s', async (name) => {
    const url = new URL(`../../templates/samples/${name}`, import.meta.url);
    const table = await tableIn(new Uint8Array(readFileSync(url)));
    const again = await uploadedAgain(table);
    expectSame(again, table);
    expectSame(await uploadedAgain(again), table);
  });
});

test('sums, notes and bare serials come back where they stood', async () => {
  const rows = [GOOD_ROW, { ...GOOD_ROW, serial: 2 }];
  const sheet = sheetOf([
    ...rows,
    { unitName: '合计', budgetTotal: 70, actualTotal: 68.16 },
    { serial: 3 },
    { serial: '注：本表金额来自决算，四舍五入。', actualTotal: '' },
    { serial: '填表人：张三', annualGoal: '联系电话：0755-12345678' },
  ]);
  const result = findTable([sheet], FORMS);
  if (!result.found) throw new Error('no table');
  expect(result.table.leftOut.map(({ kind }) => kind)).toEqual(['sum', 'numbered', 'note', 'note']);
  expectSame(await uploadedAgain(result.table), result.table);
});

test('contacts that stand in no line are told below the table, and are no projects', async () => {
  const table = tableOf([GOOD_ROW]);
  const at = { sheet: '自评表', cell: 'A99', row: 99, column: 'A' };
  const contacts = [
    { role: '填表人', text: '张三', at },
    { role: '联系电话', text: '0755-28910000', at },
    { role: '审核人', text: '李四', at },
    { role: '负责人', text: '王五', at },
  ];
  const again = await uploadedAgain({ ...table, contacts });
  expect(again.rows.map(held)).toEqual(table.rows.map(held));
  const texts = again.leftOut.flatMap(({ row }) =>
    Object.values(row.entries).map(({ text }) => text),
  );
  expect(texts.filter((text) => text !== '')).toEqual([
    '填表人：张三',
    '联系电话：0755-28910000',
    '审核人：李四',
    '负责人：王五',
  ]);
});

test('what stood nowhere above the table is not made up', async () => {
  const table = { ...tableOf([GOOD_ROW]), title: null, submitterName: null, amountUnit: null };
  expectSame(await uploadedAgain(table), table);
});

describe('indicators the unit added', () => {
  const pair = (title: string, target: string, actual: string) => ({
    field: 'outputExtra',
    title,
    target,
    actual,
  });
  const withExtras = (...extras: readonly (readonly ReturnType<typeof pair>[])[]): Table => {
    const table = tableOf(extras.map((_, index) => ({ ...GOOD_ROW, serial: index + 1 })));
    const rows = table.rows.map((row, index) => ({ ...row, extraIndicators: extras[index] ?? [] }));
    return { ...table, rows };
  };

  test('come back as columns of their own, in their order', async () => {
    const table = withExtras(
      [pair('成本指标', '≤5', '4')],
      [pair('节能指标', '≥1', '2'), pair('成本指标', '≤6', '')],
    );
    const again = await uploadedAgain(table);
    expectSame(again, table);
    expect(again.rows[1]?.extraIndicators).toEqual(table.rows[1]?.extraIndicators);
  });

  test('written as one text into the …… cell stay there, beside a pair', async () => {
    const sheet = sheetOf([{ ...GOOD_ROW, outputExtra: '成本≤5：4' }]);
    const result = findTable([sheet], FORMS);
    if (!result.found) throw new Error('no table');
    const [row] = result.table.rows;
    if (row === undefined) throw new Error('no row');
    const extraIndicators = [...row.extraIndicators, pair('节能指标', '≥1', '2')];
    const table = { ...result.table, rows: [{ ...row, extraIndicators }] };
    expectSame(await uploadedAgain(table), table);
  });
});

test('amounts typed in 元 and read for what they are come back in 万元', async () => {
  const typed = tableOf([GOOD_ROW], { unitLine: '单位：元' });
  const rows = typed.rows.map((row) => ({
    ...row,
    entries: {
      ...row.entries,
      budgetTotal: {
        ...row.entries['budgetTotal']!,
        text: '350,000.00',
        figure: { kind: 'amount', amount: { fen: 35_000_000, halfUnit: 0 } } as const,
      },
    },
  }));
  const again = await uploadedAgain({ ...typed, rows });
  expect(again.amountUnit?.text).toBe('万元');
  expect(again.rows[0]?.entries['budgetTotal']).toMatchObject({
    text: '35.00',
    figure: { kind: 'amount', amount: { fen: 35_000_000 } },
  });
});

const text = fc.oneof(
  fc.constantFrom(
    '',
    '无',
    '95%',
    '2021年12月31日前',
    '=1+1',
    '不适用',
    '_x000D_x',
    '1.\n2.',
    '007',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const money = fc.oneof(
  fc.constantFrom('', '—', '62.1万元', '１，２３４．５０', '约3万元', '-5', '1,424.79', '0.00'),
  fc.nat(99_999_999).map((hundredths) => hundredths / 100),
  fc
    .nat(999_999)
    .map((digits) => ({ number: digits / 10_000, text: (digits / 10_000).toFixed(2) })),
);
const rate = fc.oneof(
  fc.constantFrom('', '98.64%', '0.9233679', '0.950000', '100', '——'),
  fc.nat(10_000).map((share) => ({ number: share / 10_000, text: `${(share / 100).toFixed(2)}%` })),
);

const tables = fc.constantFrom(longgang2020, longgang2021).chain((form) => {
  const cells = leaves(form.columns).map(({ field, type }) => {
    if (type === 'money') return [field, money] as const;
    return [field, type === 'rate' ? rate : text] as const;
  });
  return fc
    .array(fc.record(Object.fromEntries(cells)), { minLength: 1, maxLength: 4 })
    .map((rows) => {
      // A serial and a name keep what is made up here a project.
      const numbered = rows.map((row, index) => ({
        ...row,
        serial: index + 1,
        projectName: `项目${index}`,
      }));
      const sheet = sheetOf(numbered, { form });
      typeInto(sheet, 40, 1, '注：本表未经审计');
      return sheet;
    });
});

test('any table comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (sheet) => {
      const result = findTable([sheet], FORMS);
      if (!result.found) throw new Error('no table');
      // What a reader would have cleaned away cannot have been read: the first trip cleans it.
      const table = await uploadedAgain(result.table);
      expectSame(await uploadedAgain(table), table);
      expect(table.rows).toHaveLength(result.table.rows.length);
      for (const [index, row] of table.rows.entries()) {
        const figures = (of: Row | undefined) =>
          Object.values(of?.entries ?? {}).map(({ figure }) => figure);
        expect(figures(row)).toEqual(figures(result.table.rows[index]));
      }
    }),
    // A failing table is printed as it is: each trip takes a tenth of a second.
    { numRuns: 40, endOnFailure: true },
  );
});
