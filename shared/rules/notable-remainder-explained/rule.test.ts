import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { lowExecutionExplained } from '../low-execution-explained/rule.ts';
import { slightRemainderNoted } from '../slight-remainder-noted/rule.ts';
import { notableRemainderExplained } from './rule.ts';

const row = (budget: number, actual: number, problems = '无', rectification = '不需要整改') => ({
  ...GOOD_ROW,
  budgetTotal: budget,
  budgetGeneral: budget,
  budgetFund: 0,
  actualTotal: actual,
  actualGeneral: actual,
  actualFund: 0,
  problems,
  rectification,
});

test('below 90 %, or 1,000,000 yuan left, and not a word on why', () => {
  const table = tableOf([
    row(100, 89.99),
    row(100, 90),
    row(10_000, 9_900),
    row(10_000, 9_900.01),
    row(36.8, 29.83, '', ''),
  ]);
  expect(rowHits(notableRemainderExplained, table)).toEqual([
    {
      cell: 'AF6',
      params: { unspent: '10.01', rate: '89.99%', problems: '无', rectification: '不需要整改' },
    },
    {
      cell: 'AF8',
      params: { unspent: '100', rate: '99.00%', problems: '无', rectification: '不需要整改' },
    },
    { cell: 'AF10', params: { unspent: '6.97', rate: '81.06%', problems: '', rectification: '' } },
  ]);
});

test('a reason in either cell will do', () => {
  const table = tableOf([
    row(100, 85, '尾款按合同下年支付'),
    row(100, 85, '无', '已督促供应商在下年一季度完成'),
  ]);
  expect(rowHits(notableRemainderExplained, table)).toEqual([]);
});

test('a project is told of its remainder once, by the heaviest rule', () => {
  const table = tableOf([row(100, 79), row(100, 89), row(100, 99), row(100, 100)]);
  const cells = [lowExecutionExplained, notableRemainderExplained, slightRemainderNoted].map(
    (rule) => rowHits(rule, table).map(({ cell }) => cell),
  );
  expect(cells).toEqual([['AF6'], ['AF7'], ['AF8']]);
});
