import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { serialsFilled } from './rule.ts';

test('rows with nothing but a serial are told together, runs drawn together', () => {
  const table = tableOf([
    GOOD_ROW,
    { serial: 2 },
    { ...GOOD_ROW, serial: 3 },
    { serial: 4 },
    { serial: '5.' },
  ]);
  expect(tableHits(serialsFilled, table)).toEqual([
    { cell: 'A7', params: { count: 3, serials: '2、4-5' } },
  ]);
});

test('projects and blank lines are left alone', () => {
  expect(tableHits(serialsFilled, tableOf([GOOD_ROW, {}]))).toEqual([]);
});

test('rows that a template offers below its projects are silent, one emptied between them is not', () => {
  const identity = {
    form: 'longgang-2021',
    version: '2021',
    period: '2021',
    submitter: null,
    intact: true,
  };
  const rows = [GOOD_ROW, { serial: 2 }, { ...GOOD_ROW, serial: 3 }, { serial: 4 }, { serial: 5 }];
  expect(tableHits(serialsFilled, { ...tableOf(rows), identity })).toEqual([
    { cell: 'A7', params: { count: 1, serials: '2' } },
  ]);
});
