import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { lastYearWith } from '../../../test/sample-records.ts';
import { completionOfThisYear } from './rule.ts';

const LONG = '按时完成区政府下达的储备粮轮换任务，出入库质量全部合格，未发生安全责任事故。';

const lastYear = lastYearWith({ ...GOOD_ROW, overallCompletion: LONG, socialActual: LONG });

test('word for word last year’s, blanks and punctuation apart', () => {
  const now = { overallCompletion: LONG.replace('，', ','), socialActual: ` ${LONG}` };
  const table = tableOf([{ ...GOOD_ROW, ...now }]);
  expect(tableHits(completionOfThisYear, table, { lastYear, register: null })).toEqual([
    { cell: 'N6', params: {} },
    { cell: 'Y6', params: {} },
  ]);
});

test('a short text, a changed one, another project, and no records at all', () => {
  const short = lastYearWith({ ...GOOD_ROW, overallCompletion: '已完成' });
  const table = tableOf([{ ...GOOD_ROW, overallCompletion: '已完成' }]);
  expect(tableHits(completionOfThisYear, table, { lastYear: short, register: null })).toEqual([]);
  const changed = tableOf([{ ...GOOD_ROW, overallCompletion: LONG.replace('全部', '99%') }]);
  expect(tableHits(completionOfThisYear, changed, { lastYear, register: null })).toEqual([]);
  const same = { ...GOOD_ROW, overallCompletion: LONG };
  const other = tableOf([{ ...same, projectName: '应急物资管理' }]);
  expect(tableHits(completionOfThisYear, other, { lastYear, register: null })).toEqual([]);
  expect(tableHits(completionOfThisYear, tableOf([same]))).toEqual([]);
});
