import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { serialsContinuous } from './rule.ts';

const numbered = (...serials: (string | number)[]) =>
  tableOf(serials.map((serial) => ({ ...GOOD_ROW, serial })));

test('a gap is told at the row after it, a doubled serial at its own', () => {
  expect(tableHits(serialsContinuous, numbered(1, 2, 5, 5, 6, 8))).toEqual([
    { cell: 'A8', params: { kind: 'gap', serials: '3-4' } },
    { cell: 'A9', params: { kind: 'doubled', serials: '5' } },
    { cell: 'A11', params: { kind: 'gap', serials: '7' } },
  ]);
});

test('a table that does not begin with 1 lacks its beginning', () => {
  expect(tableHits(serialsContinuous, numbered(3))).toEqual([
    { cell: 'A6', params: { kind: 'gap', serials: '1-2' } },
  ]);
});

test('full-width and bracketed serials count, what is no number holds its place', () => {
  expect(tableHits(serialsContinuous, numbered('１', '（2）', '三', '４', '5.'))).toEqual([]);
});

test('one wrong serial among right ones is told once, with the right one', () => {
  expect(tableHits(serialsContinuous, numbered(1, 2, 20, 4, 5))).toEqual([
    { cell: 'A8', params: { kind: 'odd', serials: '20' }, suggestion: '3' },
  ]);
});

test('numbers that start anew are told where they do', () => {
  expect(tableHits(serialsContinuous, numbered(1, 2, 3, 1, 2, 3))).toEqual([
    { cell: 'A9', params: { kind: 'doubled', serials: '1' } },
  ]);
});

test('a serial that turned into a date is told with the number that belongs there', () => {
  const table = numbered({ date: '1月1日' } as never, 2, '2021/1/3', 4, '5-1');
  expect(tableHits(serialsContinuous, table)).toEqual([
    { cell: 'A6', params: { kind: 'date', serials: '1月1日' }, suggestion: '1' },
    { cell: 'A8', params: { kind: 'date', serials: '2021/1/3' }, suggestion: '3' },
  ]);
});
