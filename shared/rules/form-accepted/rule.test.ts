import { expect, test } from 'vitest';
import { longgang2020 } from '../../../templates/longgang-2020/form.ts';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { formAccepted } from './rule.ts';

test('the form of another year is told with the one that is needed', () => {
  const hits = tableHits(formAccepted, tableOf([GOOD_ROW], { form: longgang2020 }));
  expect(hits).toEqual([
    { cell: 'A1', params: { form: '2020', period: '2021', accepted: '2021' } },
  ]);
});

test('the form of the period is fine', () => {
  expect(tableHits(formAccepted, tableOf([GOOD_ROW]))).toEqual([]);
});
