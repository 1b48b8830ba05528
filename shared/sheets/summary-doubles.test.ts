import { describe, expect, test } from 'vitest';
import { addFen, wanYuan } from '../../shared/money.ts';
import { SUMMARY_CASES, unitInTwoTables } from '../../test/summary-cases.ts';
import {
  filled,
  findRow,
  formulaAt,
  rowsOf,
  type SummarySheets,
  sheetsOfSummary,
} from '../../test/summary-sheets.ts';
import { projectsCsv, submissionsCsv } from './summary-csv.ts';
import { summaryJson, summarySchema } from './summary-json.ts';
import { summaryOfRecords } from './summary-of-records.ts';

const source = summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, unitInTwoTables());
const [department, other, unit] = unitInTwoTables().map(({ recordSet }) => recordSet.records);
const listed = department!.filter((each) => each.implementingUnit === 'LG-TZTGS');

const sumOf = (records: readonly { readonly amounts: Readonly<Record<string, number | null>> }[]) =>
  addFen(records.map(({ amounts }) => amounts['budgetTotal'] ?? 0));

/** Every project once, as its unit has it, and what only the department lists. */
const distinct = [...department!.slice(0, 28), listed[0]!, ...other!, ...unit!];

async function textOf(pieces: AsyncIterable<string> | Iterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('the workbook of a period with a unit in two tables', () => {
  const sheets: Promise<SummarySheets> = sheetsOfSummary(source);

  test('adds every project up once, in all its sheets', async () => {
    const read = await sheets;
    const sum = wanYuan(sumOf(distinct));
    expect(findRow(read['部门汇总'], 2, '合计')[3]).toBe(distinct.length);
    expect(findRow(read['部门汇总'], 2, '合计')[4]).toBeCloseTo(sum, 6);
    expect(filled(findRow(read['率段分布'], 0, '合计'))[1]).toBe(distinct.length);
    expect(rowsOf(read['项目明细']).length).toBe(3 + distinct.length);
    const lines = rowsOf(read['部门汇总']).filter(([, level]) => level === '实施单位');
    expect(lines.map((line) => line.slice(2, 4))).toEqual([
      [expect.stringContaining('工业和信息化局'), 28],
      [expect.stringContaining('投资推广署'), 1],
    ]);
  });

  test('has a sheet of what counts once, with both tables and what is between them', async () => {
    const sheet = (await sheets)['重复填报'];
    const [, , , , first, ...more] = rowsOf(sheet);
    expect(more).toHaveLength(3);
    const [number, unitName, project, counts, budget, , aside, listedBudget, , difference] = first!;
    expect([number, counts, aside]).toEqual([
      1,
      '深圳市龙岗区投资推广署',
      '深圳市龙岗区工业和信息化局',
    ]);
    expect(unitName).toContain('投资推广署');
    expect(project).toBe(unit![0]!.texts['projectName']);
    expect(Number(budget) - Number(listedBudget)).toBeCloseTo(1, 6);
    expect(difference).toBe(-1);
    expect(first).toContain(unit![0]!.source.row);
    expect(filled(rowsOf(sheet)[2]!).at(-2)).toBe(-1);
    expect(formulaAt(sheet, 'J5')).toBe('ROUND(H5-E5,6)');
  });

  test('leads there from its first page, and says in 口径说明 how that counts', async () => {
    const read = await sheets;
    const page = rowsOf(read['总览']).flat().map(String);
    const set = wanYuan(sumOf(listed.slice(1))).toLocaleString('en', { minimumFractionDigits: 2 });
    expect(page.find((text) => text.startsWith('重复填报 4 个项目'))).toContain(set);
    expect(page).toContain('重复填报');
    expect(findRow(read['口径说明'], 0, '重复填报')[1]).toContain('本期 4 个项目');
  });

  test('of a period without such a unit it says that there is none', async () => {
    const read = await sheetsOfSummary(SUMMARY_CASES['several submitters']!());
    expect(read['重复填报']).toBeUndefined();
    expect(findRow(read['口径说明'], 0, '重复填报')[1]).toContain('本期没有这样的项目');
  });

  test('in a large period says of the files what is not counted of them', async () => {
    const read = await sheetsOfSummary(SUMMARY_CASES['a unit in two tables of a large period']!());
    const line = findRow(read['项目明细'], 0, 'LG-GXJ');
    expect([line[2], line[5]]).toEqual([29, 4]);
    expect(line[6]).toBeCloseTo(wanYuan(sumOf(listed.slice(1))), 6);
    expect(String(rowsOf(read['项目明细'])[1]![0])).toContain('不计入本表各数');
    expect(rowsOf(read['重复填报'])).toHaveLength(4 + 4);
  });
});

test('CSV holds what counts, and of a submission how much does not', async () => {
  const lines = (await textOf(projectsCsv(source.input, source.details()))).trim().split('\r\n');
  expect(lines).toHaveLength(1 + distinct.length);
  const counts = (await textOf(submissionsCsv(source.input))).trim().split('\r\n');
  expect(counts.slice(1).map((line) => line.split(',').slice(4, 6))).toEqual([
    ['29', '4'],
    ['26', '0'],
    ['5', '0'],
  ]);
});

test('JSON names both tables, and what is set aside is not among the projects', async () => {
  const text = await textOf(summaryJson(source.input, source.details()));
  const { doubleReports, submissions, totals } = summarySchema.parse(JSON.parse(text));
  expect(totals.accepted.totals.projects).toBe(distinct.length);
  expect(totals.accepted.totals.budget.total).toBe(sumOf(distinct));
  expect(submissions.map(({ projects }) => projects?.length)).toEqual([29, 26, 5]);
  expect(submissions.map(({ current }) => current?.setAside?.projects)).toEqual([
    4,
    undefined,
    undefined,
  ]);
  expect(doubleReports?.map(({ counted, setAside }) => [counted.number, setAside.number])).toEqual(
    listed.slice(1).map(({ number }, index) => [index + 1, number]),
  );
});
