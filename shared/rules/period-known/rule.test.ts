import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { periodKnown } from './rule.ts';

test('a year that is not collected is told at the title', () => {
  const hits = tableHits(periodKnown, tableOf([GOOD_ROW]), { period: null, periodId: '1999' });
  expect(hits).toEqual([{ cell: 'A1', params: { period: '1999' } }]);
});

test('a table that names no year asks for it', () => {
  const hits = tableHits(periodKnown, tableOf([GOOD_ROW]), { period: null, periodId: null });
  expect(hits).toEqual([{ cell: 'A1', params: { period: '' } }]);
  expect(periodKnown.message.zh({ period: '' })).toContain('请在表题中写明年度');
});

test('a collected year is fine', () => {
  expect(tableHits(periodKnown, tableOf([GOOD_ROW]))).toEqual([]);
});
