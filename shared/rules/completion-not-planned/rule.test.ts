import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { completionNotPlanned } from './rule.ts';

test('plans are told in completions, overall and of indicators, with the words that tell them', () => {
  const table = tableOf([
    { ...GOOD_ROW, overallCompletion: '我局拟通过多渠道宣传' },
    { ...GOOD_ROW, quantityActual: '拟完成2个调研报告', timelinessActual: '预计6月底完成' },
  ]);
  expect(rowHits(completionNotPlanned, table)).toMatchObject([
    { cell: 'N6', params: { words: '拟通过多渠道宣传' } },
    { cell: 'P7', params: { words: '拟完成2个调研报告' } },
    { cell: 'T7', params: { words: '预计6月底完成' } },
  ]);
});

test('goals, targets and rectification may look ahead', () => {
  const table = tableOf([
    {
      ...GOOD_ROW,
      annualGoal: '拟完成2个调研报告',
      quantityTarget: '拟完成2个调研报告',
      rectification: '预计6月底前完成招标',
      quantityActual: '完成2个调研报告，签订拟落户协议',
    },
  ]);
  expect(rowHits(completionNotPlanned, table)).toEqual([]);
});
