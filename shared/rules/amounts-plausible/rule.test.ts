import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { sample2020, sample2021 } from '../../../test/sample-records.ts';
import { toRecords } from '../../records/to-records.ts';
import { amountsPlausible } from './rule.ts';

const project = (serial: number, budget: number, actual = budget) => ({
  ...GOOD_ROW,
  serial,
  projectName: `项目${'甲乙丙丁戊己'[serial - 1] ?? serial}`,
  budgetTotal: budget,
  budgetGeneral: budget,
  budgetFund: 0,
  actualTotal: actual,
  actualGeneral: actual,
  actualFund: 0,
});

const table = (...budgets: number[]) =>
  tableOf(budgets.map((budget, index) => project(index + 1, budget)));

test('an amount typed in 元 among amounts in 万元 is told once, at the budget', () => {
  expect(tableHits(amountsPlausible, table(35, 22, 660_000, 48))).toEqual([
    { cell: 'D8', params: { stated: '660000', against: 'median', like: '35', size: 'large' } },
  ]);
});

test('spending alone typed in 元, and one amount divided twice', () => {
  const rows = [project(1, 35, 340_800), project(2, 22), project(3, 0.0048), project(4, 48)];
  expect(tableHits(amountsPlausible, tableOf(rows)).map(({ cell }) => cell)).toEqual(['H6']);
  const far = [project(1, 35, 350_000), project(2, 22), project(3, 0.002), project(4, 48)];
  expect(tableHits(amountsPlausible, tableOf(far))).toEqual([
    { cell: 'D8', params: { stated: '0.002', against: 'median', like: '22', size: 'small' } },
    { cell: 'H6', params: { stated: '350000', against: 'median', like: '22', size: 'large' } },
  ]);
});

test('scatter alone is no sign, nor are two amounts a column', () => {
  expect(tableHits(amountsPlausible, table(0.26, 6.7, 66, 2_500, 57_800))).toEqual([]);
  expect(tableHits(amountsPlausible, table(1, 2, 3, 40, 600, 8_000, 50_000))).toEqual([]);
  expect(tableHits(amountsPlausible, table(1, 20_000))).toEqual([]);
});

test('the published tables are plausible', () => {
  for (const { form, published } of [sample2020(), sample2021()]) {
    expect(tableHits(amountsPlausible, tableOf(published, { form }))).toEqual([]);
  }
});

test('against last year even a whole table in 元 shows', () => {
  const lastYear = { ...sample2021().recordSet, records: toRecords(table(35, 22), null) };
  const now = table(360_000, 230_000);
  expect(tableHits(amountsPlausible, now, { lastYear, register: null })).toEqual([
    { cell: 'D6', params: { stated: '360000', against: 'last year', like: '35', size: 'large' } },
    { cell: 'D7', params: { stated: '230000', against: 'last year', like: '22', size: 'large' } },
  ]);
  // Last year's amount of the very project goes before the median of the others.
  const large = { ...lastYear, records: toRecords(table(35, 22, 660_000), null) };
  expect(
    tableHits(amountsPlausible, table(35, 22, 660_000, 48), { lastYear: large, register: null }),
  ).toEqual([]);
});

test('a table that says 元 is told so by another rule', () => {
  const rows = [35, 22, 660_000, 48].map((budget, index) => project(index + 1, budget));
  expect(tableHits(amountsPlausible, tableOf(rows, { unitLine: '单位：元' }))).toEqual([]);
});
