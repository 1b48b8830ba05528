import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { THRESHOLDS } from '../../thresholds.ts';
import { lowExecutionExplained } from './rule.ts';

/** A project with a budget of 100 that spent so much. */
const spent = (actual: number, texts: { problems?: string; rectification?: string } = {}) => ({
  ...GOOD_ROW,
  budgetTotal: 100,
  budgetGeneral: 100,
  budgetFund: 0,
  actualTotal: actual,
  actualGeneral: actual,
  actualFund: 0,
  problems: '',
  rectification: '',
  ...texts,
});

test('less than 80 %, or nothing at all, with a blank cell or a word that says nothing', () => {
  const table = tableOf([
    spent(79.99),
    spent(0, { problems: '无', rectification: '2021年底已收回统筹使用' }),
    spent(80),
    spent(50, { problems: '合同分期支付，尾款下年支付' }),
  ]);
  expect(rowHits(lowExecutionExplained, table)).toEqual([
    {
      cell: 'AF6',
      params: { budget: '100', unspent: '20.01', rate: '79.99%', limit: 80, problems: '' },
    },
    {
      cell: 'AF7',
      params: { budget: '100', unspent: '100', rate: '0.00%', limit: 80, problems: '无' },
    },
  ]);
});

test('a rate that rounds to 80.00 % but is below is told as it is', () => {
  const [hit] = rowHits(lowExecutionExplained, tableOf([{ ...spent(79.999) }]));
  expect(hit?.params['rate']).toBe('79.99%');
});

test.each([
  '无',
  '无。',
  '暂无',
  '没有问题',
  '无问题',
  '不存在问题',
  '不适用',
  '—',
  '/',
  '-',
  'N/A',
])('“%s” says nothing', (problems) => {
  expect(rowHits(lowExecutionExplained, tableOf([spent(10, { problems })]))).toHaveLength(1);
});

test('amounts that are blank, unreadable or at odds with their sources are told elsewhere', () => {
  const table = tableOf([
    { ...spent(10), actualTotal: '' },
    { ...spent(10), budgetTotal: '约100' },
    { ...spent(10), actualGeneral: 90 },
    { ...spent(0), budgetTotal: 0, budgetGeneral: 0 },
  ]);
  expect(rowHits(lowExecutionExplained, table)).toEqual([]);
});

test('the line is drawn where form and period say', () => {
  const thresholds = { ...THRESHOLDS, lowExecution: 50 };
  const table = tableOf([spent(60), spent(49)]);
  expect(rowHits(lowExecutionExplained, table, { thresholds }).map(({ cell }) => cell)).toEqual([
    'AF7',
  ]);
});
