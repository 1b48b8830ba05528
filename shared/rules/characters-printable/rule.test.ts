import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { charactersPrintable } from './rule.ts';

const canPrint = (codePoint: number): boolean => codePoint < 0x20000;

test('a character without a glyph is told with its code, all of them in one finding a cell', () => {
  const table = tableOf([{ ...GOOD_ROW, projectName: '甲𪚥乙𠀀𪚥', annualGoal: '𪚥' }]);
  expect(rowHits(charactersPrintable, table, { canPrint })).toMatchObject([
    { cell: 'C6', params: { characters: '𪚥（U+2A6A5）、𠀀（U+20000）' } },
    { cell: 'M6' },
  ]);
});

test('what has a glyph is fine', () => {
  expect(rowHits(charactersPrintable, tableOf([GOOD_ROW]), { canPrint })).toEqual([]);
});

test('an added indicator is told of in its own columns, each cell once', () => {
  const table = tableOf([GOOD_ROW]);
  const indicator = { field: 'outputExtra', title: '成本指标', target: '甲𪚥', actual: '𠀀乙' };
  const rows = [{ ...table.rows[0]!, extraIndicators: [indicator] }];
  const columns = { field: 'outputExtra', title: '成本指标', target: 'AH', actual: 'AI' };
  const hits = (addedIndicators: readonly (typeof columns)[]) =>
    rowHits(charactersPrintable, { ...table, rows, addedIndicators }, { canPrint });
  expect(hits([columns])).toMatchObject([{ cell: 'AH6' }, { cell: 'AI6' }]);
  // Two of one title cannot be told apart.
  expect(hits([columns, { ...columns, target: 'AK', actual: 'AL' }])).toMatchObject([
    { cell: 'U6' },
  ]);
});

test('an added indicator without a column that is known is looked at where it is printed', () => {
  const row = {
    ...tableOf([GOOD_ROW]).rows[0]!,
    extraIndicators: [{ field: 'outputExtra', title: '𠀀', target: '甲𪚥', actual: '乙' }],
  };
  const hit = (entries: typeof row.entries) =>
    rowHits(
      charactersPrintable,
      { ...tableOf([GOOD_ROW]), rows: [{ ...row, entries }] },
      { canPrint },
    );
  const characters = '𠀀（U+20000）、𪚥（U+2A6A5）';
  expect(hit(row.entries)).toMatchObject([{ cell: 'U6', params: { characters } }]);
  const { outputExtra: _, ...others } = row.entries;
  expect(hit(others)).toMatchObject([{ cell: 'C6', params: { characters } }]);
});
