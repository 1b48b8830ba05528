import { read, utils, type WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { type Sample, sample2020, sample2021 } from '../../test/sample-records.ts';
import { summaryBytes } from '../../test/summary-bytes.ts';
import { type SubmissionRecords, summaryOfRecords } from './summary-of-records.ts';

const submissionOf = (
  { form, recordSet }: Sample,
  more: Partial<SubmissionRecords> = {},
): SubmissionRecords => ({
  form,
  recordSet,
  revision: 1,
  receivedAt: '2022-05-06T09:08:07.000Z',
  fileName: '自评表.xlsx',
  ...more,
});

type Sheets = Readonly<Record<'总览' | '部门汇总' | '项目明细', WorkSheet>>;

async function summaryOf(id: string, submissions: readonly SubmissionRecords[]): Promise<Sheets> {
  const source = summaryOfRecords({ id, budgetBasis: '未注明' }, submissions);
  return read(await summaryBytes(source)).Sheets as Sheets;
}

/** The values of a row, cached ones for formulas. */
const rowOf = (sheet: WorkSheet, row: number): unknown[] =>
  utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null, blankrows: true })[row - 1] ??
  [];

/** The row whose first text in `column` (from 0) is `text`. */
function findRow(sheet: WorkSheet, column: number, text: string): unknown[] {
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
  const found = rows.find((row) => row[column] === text);
  if (found === undefined) throw new Error(`no row "${text}"`);
  return found;
}

/** Sum of a published column in 万元, computed apart from the product's own money. */
const published = ({ published: rows }: Sample, field: string): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[field]!.replaceAll(',', '')) * 100), 0) /
  100;

describe('2021', () => {
  const sample = sample2021();
  const sheets = summaryOf('2021', [submissionOf(sample)]);

  test('总览 gives projects, budget, actual and rate of the period', async () => {
    const [, projects, budget, actual, rate, full, low, none] = rowOf((await sheets)['总览'], 4);
    expect([projects, budget, actual]).toEqual([26, 24_271.73, 22_737.95]);
    expect(rate).toBeCloseTo(0.9368, 4);
    expect([full, low, none]).toEqual([12, 1, 1]);
  });

  test('the figures are the sums of what was published', async () => {
    const total = findRow((await sheets)['部门汇总'], 2, '合计');
    const fields = ['Total', 'General', 'Fund', 'NonFiscal'];
    expect(total.slice(4, 12)).toEqual(
      ['budget', 'actual'].flatMap((side) =>
        fields.map((field) => published(sample, `${side}${field}`)),
      ),
    );
  });

  test('a submitter that is its only implementing unit has no unit line', async () => {
    const levels = utils
      .sheet_to_json<unknown[]>((await sheets)['部门汇总'], { header: 1 })
      .map((row) => row[1]);
    expect(levels.filter((level) => level === '实施单位')).toHaveLength(0);
  });

  test('项目明细 has every field and where the row comes from', async () => {
    const details = (await sheets)['项目明细'];
    const titles = rowOf(details, 3).map((title) => String(title).split('\n')[0]);
    expect(titles).toContain('产出目标·数量指标·完成情况');
    const row = rowOf(details, 4);
    expect(row[titles.indexOf('实际支出金额·合计')]).toBe(62.1);
    expect(row[titles.indexOf('预算支出执行率')]).toBe(1);
    expect(row[titles.indexOf('年初绩效目标')]).toBe(sample.published[0]?.['annualGoal']);
    expect(row.slice(-4)).toEqual(['自评表.xlsx', 'Sheet1', 1, 1]);
    expect(rowOf(details, 30)[0]).toBeUndefined();
  });

  test('the sums of 项目明细 follow its filters and agree with the total', async () => {
    const details = (await sheets)['项目明细'];
    expect(details['E2']).toMatchObject({ f: 'SUBTOTAL(9,E4:E29)', v: 24_271.73 });
    expect(details['!autofilter']?.ref).toBe('A3:AL29');
  });
});

describe('2020', () => {
  const sheets = summaryOf('2020', [submissionOf(sample2020())]);

  test('two implementing units stand beneath their submitter, with the same cents', async () => {
    const departments = (await sheets)['部门汇总'];
    expect(rowOf(departments, 4).slice(0, 5)).toEqual([
      1,
      '报送主体',
      '深圳市龙岗区工业和信息化局',
      33,
      93_885.57,
    ]);
    expect([5, 6].map((row) => [3, 4, 8].map((column) => rowOf(departments, row)[column]))).toEqual(
      [
        [28, 93_321.7, 89_780.73],
        [5, 563.87, 549.21],
      ],
    );
    expect(rowOf(departments, 6)[12]).toBeCloseTo(0.974, 4);
  });

  test('a source that the form does not ask for shows —, never 0', async () => {
    const total = findRow((await sheets)['部门汇总'], 2, '合计');
    expect(total.slice(5, 8)).toEqual(['—', '—', '—']);
    expect(total.slice(8, 12)).toEqual([90_329.94, 90_329.94, '—', '—']);
  });

  test('totals are live: units into the submitter, submitters into the total, that into 总览', async () => {
    const { 部门汇总: departments, 总览: overview } = await sheets;
    expect(departments['E4'].f).toBe('SUM(E5:E6)');
    expect(departments['E7'].f).toBe('SUMIF($B$4:$B$6,"报送主体",E$4:E$6)');
    expect(departments['M7'].f).toBe('IF(E7=0,"—",I7/E7)');
    expect(overview['C4']).toMatchObject({ f: `'部门汇总'!E7`, v: 93_885.57 });
    expect(overview['D5']).toMatchObject({ f: `'部门汇总'!I4`, v: 90_329.94 });
  });
});

describe('a period with two forms', () => {
  const sheets = summaryOf('2021', [
    submissionOf(sample2021(), { receivedAt: '2022-05-06T18:30:00.000Z', revision: null }),
    submissionOf(sample2020(), { fileName: null }),
  ]);

  test('has the columns of both, and — where a form has none', async () => {
    const details = (await sheets)['项目明细'];
    const titles = rowOf(details, 3).map((title) => String(title).split('\n')[0]);
    const general = titles.indexOf('项目年度预算金额·其中：财政拨款·一般公共预算');
    expect(titles.filter((title) => title === '项目名称')).toHaveLength(1);
    expect([rowOf(details, 4)[general], rowOf(details, 30)[general]]).toEqual([0, '—']);
    expect([rowOf(details, 4).at(-1), rowOf(details, 30).at(-4)]).toEqual(['—', '—']);
  });

  test('is dated by its newest upload, in Beijing time', async () => {
    expect((await sheets)['总览']['A2'].v).toContain('数据截止：2022-05-07 02:30（北京时间）');
  });

  test('adds up both', async () => {
    expect(rowOf((await sheets)['总览'], 4).slice(0, 4)).toEqual([2, 59, 118_157.3, 113_067.89]);
  });
});

test('a period without submissions has no date, no rate and no lines', async () => {
  const sheets = await summaryOf('2022', []);
  expect(sheets['总览']['A2'].v).toContain('数据截止：—');
  expect(rowOf(sheets['总览'], 4)).toEqual([0, 0, 0, 0, '—', 0, 0, 0]);
  expect(findRow(sheets['部门汇总'], 2, '合计').slice(3, 6)).toEqual([0, 0, '—']);
});

test('nothing budgeted: no rate, and the project counts in no band', async () => {
  const sample = sample2021();
  const [record] = sample.recordSet.records;
  const amounts = { ...record!.amounts, budgetTotal: 0, actualTotal: 0 };
  const recordSet = { ...sample.recordSet, records: [{ ...record!, amounts }] };
  const sheets = await summaryOf('2021', [submissionOf({ ...sample, recordSet })]);
  expect(rowOf(sheets['总览'], 5).slice(1)).toEqual([1, 0, 0, '—', 0, 0, 0]);
});
