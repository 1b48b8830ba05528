import { describe, expect, test } from 'vitest';
import { sample2020, sample2021 } from '../../test/sample-records.ts';
import {
  filled,
  findRow,
  formulaAt,
  rowOf,
  rowsOf,
  submissionOf,
  summaryOf,
} from '../../test/summary-sheets.ts';
import { summaryOfRecords } from './summary-of-records.ts';
import { overviewSheet } from './summary-overview.ts';

/*
 * The expected figures were computed from the published tables apart from the product, in decimal
 * arithmetic by a script of another language.
 */

/** Name of a band → projects, budget, unspent. */
const bandsIn = (rows: readonly (readonly unknown[])[]) =>
  Object.fromEntries(
    rows
      .slice(3)
      .map(([name, projects, , budget, , , unspent]) => [name, [projects, budget, unspent]]),
  );

describe('2021, with 2020 as the year before', () => {
  const before = summaryOfRecords({ id: '2020', budgetBasis: '未注明' }, [
    submissionOf(sample2020()),
  ]).input.submissions[0]!.current!.figures;
  const sheets = summaryOf('2021', [submissionOf(sample2021())], {
    generation: 7,
    lastYear: { period: '2020', submissions: 1, totals: before.totals, bands: before.bands },
  });

  test('总览 gives projects, budget, actual, unspent, rate and counts of the period', async () => {
    const [year, projects, budget, actual, unspent, rate, ...counts] = filled(
      findRow((await sheets)['总览'], 0, '2021年'),
    );
    expect(year).toBe('2021年\n1 个主体');
    expect([projects, budget, actual, unspent]).toEqual([26, 24_271.73, 22_737.95, 1_533.78]);
    expect(rate).toBeCloseTo(0.9368, 4);
    expect(counts).toEqual([12, 1, 1]);
  });

  test('last year stands below, and what is between the two', async () => {
    const overview = (await sheets)['总览'];
    const last = filled(findRow(overview, 0, '2020年'));
    expect(last.slice(1, 5)).toEqual([33, 93_885.57, 90_329.94, 3_555.63]);
    expect(last.slice(6)).toEqual([12, 1, 0]);
    const change = filled(findRow(overview, 0, '增减'));
    expect(change.slice(1, 5)).toEqual([-7, -69_613.84, -67_591.99, -2_021.85]);
    expect(change[5]).toBeCloseTo(-2.53, 2);
    expect(change.slice(6)).toEqual([0, 0, 1]);
  });

  test('the ten largest unspent are told with row and revision', async () => {
    const rows = rowsOf((await sheets)['总览']);
    const first = rows.findIndex((row) => String(row[0]).startsWith('五、')) + 2;
    const largest = rows.slice(first, first + 10).map((row) => filled(row));
    expect(largest.map(([, name]) => name)).toEqual([
      '节能减排补助资金',
      '国际低碳城论坛筹备工作经费',
      '其他一般管理事务',
      '《龙岗区能源发展规划研究》规划研究项目',
      '龙岗区项目地图协同信息平台（二期）项目',
      '《国际低碳城氢能产业园选址及概念》规划研究项目',
      '涉案财物价格认定',
      '信息系统维护与开发',
      '办公设备购置',
      '循环经济和节能减排',
    ]);
    expect(largest.map((row) => row[5])).toEqual([
      1_500, 21.44, 6.78, 1, 0.94, 0.92, 0.58, 0.58, 0.51, 0.47,
    ]);
    expect(largest[0]?.[7]).toBe('第26行 第1版');
  });

  test('率段分布 has projects and money by band, and shares that add to 100', async () => {
    const bands = (await sheets)['率段分布'];
    expect(bandsIn(rowsOf(bands))).toMatchObject({
      零执行: [1, 1_500, 1_500],
      '80%–90%': [1, 210.6, 21.44],
      '95%–100%': [12, 1_656.63, 12.34],
      '足额100%': [12, 20_904.5, 0],
      '超过100%': [0, 0, 0],
      合计: [26, 24_271.73, 1_533.78],
      '其中：低于80%': [1, 1_500, 1_500],
    });
    expect(
      rowsOf(bands)
        .slice(3, 12)
        .map((row) => row[2]),
    ).toEqual([0.0385, 0, 0, 0.0385, 0, 0.4615, 0.4615, 0, 0]);
    expect(formulaAt(bands, 'B4')).toBe(`COUNTIF('项目明细'!$AI$4:$AI$29,"零执行")`);
  });

  test('资金来源 has a rate for each source, — where nothing was budgeted', async () => {
    const sources = (await sheets)['资金来源'];
    expect(findRow(sources, 0, '一般公共预算').slice(1, 5)).toEqual([
      24_148.77, 0.9949, 22_615.46, 0.9946,
    ]);
    expect(findRow(sources, 0, '一般公共预算')[5]).toBeCloseTo(0.9365, 4);
    expect(findRow(sources, 0, '政府性基金')[5]).toBeCloseTo(0.9962, 4);
    expect(findRow(sources, 0, '非财政资金').slice(1, 6)).toEqual([0, 0, 0, 0, '—']);
    expect(findRow(sources, 0, '未分来源').slice(1, 4)).toEqual([0, 0, 0]);
  });
});

describe('2020', () => {
  const sheets = summaryOf('2020', [submissionOf(sample2020())]);

  test('率段分布 agrees with the published table', async () => {
    expect(bandsIn(rowsOf((await sheets)['率段分布']))).toMatchObject({
      '60%–80%': [1, 654.72, 218.1],
      '80%–90%': [1, 36.8, 6.97],
      '90%–95%': [4, 58_636.72, 2_953.12],
      '95%–100%': [15, 20_180.65, 377.44],
      '足额100%': [12, 14_376.68, 0],
    });
  });

  test('资金来源 says why the budget has no sources, and gives no rate by source', async () => {
    const sources = (await sheets)['资金来源'];
    expect(findRow(sources, 0, '一般公共预算').slice(1, 6)).toEqual(['—', '—', 90_329.94, 1, '—']);
    const [, budget, share, actual, , rate, reason] = findRow(sources, 0, '未分来源');
    expect([budget, share, actual, rate]).toEqual([93_885.57, 1, 0, '—']);
    expect(reason).toContain('2020 年表式的预算只填合计，不分来源');
  });
});

test('a period without submissions has no date, no rate and no charts of money', async () => {
  const sheets = await summaryOf('2022', []);
  const overview = sheets['总览'];
  expect(rowOf(overview, 2)[0]).toContain('数据截止：—');
  expect(filled(findRow(overview, 0, '2022年')).slice(1)).toEqual([0, 0, 0, 0, '—', 0, 0, 0]);
  expect(findRow(sheets['部门汇总'], 2, '合计').slice(3, 6)).toEqual([0, 0, '—']);
  const { input } = summaryOfRecords({ id: '2022', budgetBasis: '未注明' }, []);
  expect(overviewSheet(input, []).charts).toEqual([]);
});

test('it is dated by its newest upload, in Beijing time', async () => {
  const late = submissionOf(sample2020(), { receivedAt: '2022-05-06T18:30:00.000Z' });
  const overview = (await summaryOf('2021', [submissionOf(sample2021()), late]))['总览'];
  expect(rowOf(overview, 2)[0]).toContain('数据截止：2022-05-07 02:30（北京时间）');
});

test('nothing budgeted: no rate, and the project is in a band of its own', async () => {
  const sample = sample2021();
  const [record] = sample.recordSet.records;
  const amounts = { ...record!.amounts, budgetTotal: 0, actualTotal: 0 };
  const recordSet = { ...sample.recordSet, records: [{ ...record!, amounts }] };
  const sheets = await summaryOf('2021', [submissionOf({ ...sample, recordSet })]);
  expect(filled(findRow(sheets['总览'], 0, '2021年')).slice(1)).toEqual([1, 0, 0, 0, '—', 0, 0, 0]);
  expect(findRow(sheets['率段分布'], 0, '无预算')[1]).toBe(1);
});

test('of forty departments eight are named and drawn, the others drawn together', async () => {
  const sample = sample2021();
  const many = Array.from({ length: 40 }, (_, index) => {
    const submitter = { code: `LG-${index + 10}`, name: `第${index + 10}局` };
    const records = sample.recordSet.records.slice(0, (index % 26) + 1);
    return submissionOf({ ...sample, recordSet: { ...sample.recordSet, submitter, records } });
  });
  const source = summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, many);
  const [, departments] = overviewSheet(source.input, []).charts ?? [];
  const { top = 0, bottom = 0 } = departments?.categories ?? {};
  expect(bottom - top + 1).toBe(8);
  const overview = (await summaryOf('2021', many))['总览'];
  const rest = filled(findRow(overview, 0, '其他（32 个）'));
  const named = rowsOf(overview).slice(top - 1, bottom);
  const sum = (column: number) =>
    named.reduce((total, row) => total + Number(filled(row)[column]), Number(rest[column]));
  const total = filled(findRow(overview, 0, '2021年'));
  expect(sum(1)).toBeCloseTo(Number(total[2]), 6);
  expect(sum(2)).toBeCloseTo(Number(total[3]), 6);
});
