import { expect, test } from 'vitest';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { GOOD_ROW, sheetOf, typeInto } from '../../test/make-sheet.ts';
import type { Sheet } from '../cells/cell.ts';
import { findTable } from './find-table.ts';
import { IDENTITY_MARK, IDENTITY_SHEET, identityLines, readIdentity } from './read-identity.ts';

const IDENTITY = {
  form: 'longgang-2021',
  version: '2021',
  period: '2021',
  submitter: 'LG-FGJ',
} as const;

function hiddenSheet(
  identity: Parameters<typeof identityLines>[0] = IDENTITY,
  name = IDENTITY_SHEET,
): Sheet {
  const sheet: Sheet = {
    name,
    hidden: true,
    hiddenRows: new Set(),
    rows: new Map(),
    merges: [],
  };
  typeInto(sheet, 1, 1, IDENTITY_MARK);
  for (const [index, [key, value]] of identityLines(identity).entries()) {
    typeInto(sheet, index + 2, 1, key);
    if (value !== '') typeInto(sheet, index + 2, 2, value);
  }
  return sheet;
}

test('a template says what it was made for, to the table that is found', () => {
  const result = findTable([sheetOf([GOOD_ROW]), hiddenSheet()], [longgang2021]);
  expect(result.found && result.table.identity).toEqual({ ...IDENTITY, intact: true });
});

test('a template for anybody and any period says so', () => {
  const identity = { ...IDENTITY, period: null, submitter: null };
  expect(readIdentity([hiddenSheet(identity)])).toEqual({ ...identity, intact: true });
});

test('a file that is no template has no identity', () => {
  expect(readIdentity([sheetOf([GOOD_ROW])])).toBeNull();
});

test('the sheet is known by its mark when it was renamed', () => {
  expect(readIdentity([hiddenSheet(IDENTITY, 'Sheet3')])?.intact).toBe(true);
});

test.each([
  ['another form', 2, 2, 'longgang-2020'],
  ['another period', 4, 2, '2022'],
  ['another submitter', 5, 2, 'LG-GXJ'],
  ['another digest', 6, 2, '0000000000000000'],
  ['another name of a line', 4, 1, 'year'],
  ['another mark', 1, 1, 'something else'],
])('a change by hand is noticed: %s', (_, row, column, text) => {
  const sheet = hiddenSheet();
  typeInto(sheet, row, column, text);
  expect(readIdentity([sheet])?.intact).toBe(false);
});
