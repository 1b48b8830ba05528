import { expect, test } from 'vitest';
import { leaves } from '../../../templates/form.ts';
import { longgang2021 } from '../../../templates/longgang-2021/form.ts';
import { GOOD_ROW, type Typed, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { rowInPlace } from './rule.ts';

/** The row with everything from the first amount on pasted `by` columns aside. */
function shifted(by: number): Readonly<Record<string, Typed>> {
  const fields = leaves(longgang2021.columns).map(({ field }) => field);
  const from = fields.indexOf('budgetTotal');
  return Object.fromEntries(
    fields.map((field, index) => {
      const source = index < from ? field : fields[index - by];
      const isKept = index < from || index - by >= from;
      return [field, (isKept ? GOOD_ROW[source ?? ''] : undefined) ?? ''];
    }),
  );
}

test('a row pasted one column aside is told where the shift begins', () => {
  const table = tableOf([shifted(1), { ...shifted(-1), annualGoal: '已完成储备' }]);
  expect(rowHits(rowInPlace, table)).toEqual([{ cell: 'D6', params: { side: 'right' } }]);
  const left = tableOf([{ ...GOOD_ROW, executionRate: '完成年度粮食储备任务' }]);
  expect(rowHits(rowInPlace, left)).toEqual([{ cell: 'L6', params: { side: 'left' } }]);
});

test('a missing amount, a short word for a rate and a goal with figures are no shift', () => {
  const table = tableOf([
    GOOD_ROW,
    { ...GOOD_ROW, budgetTotal: '' },
    { ...GOOD_ROW, executionRate: '约百分之百' },
    { ...GOOD_ROW, annualGoal: '2021年完成98.62%' },
  ]);
  expect(rowHits(rowInPlace, table)).toEqual([]);
});
