import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../test/make-sheet.ts';
import { ruleContext } from '../../test/rule-hits.ts';
import { findMark } from './find-mark.ts';
import { judgeTable } from './run-rules.ts';

/** As long as a cell can be. */
const LONG = 32_000;

/*
 * Texts on which a careless pattern would take minutes: each must be judged at all, within the time any
 * test has.
 */
test.each([
  ['1', '1,1x'],
  ['1111 ', '1111,1'],
  ['\n', '2.'],
  ['。', 'x'],
  ['费', 'x'],
  ['公', '司失信'],
  ['“案', ''],
  ['《（', ''],
  ['不', '公开'],
  ['秘', '密'],
  ['内部', '注意保密x'],
  ['1、2.', '年'],
])('%j over and over, then %j', (unit, end) => {
  const text = unit.repeat(LONG / unit.length) + end;
  const texts = Object.fromEntries(
    ['projectName', 'annualGoal', 'quantityTarget', 'quantityActual', 'problems'].map((field) => [
      field,
      text,
    ]),
  );
  const row = { ...GOOD_ROW, ...texts };
  const table = tableOf([row, row, row]);
  const findings = judgeTable(table, { ...ruleContext(), form: table.form });
  expect(findings.length).toBeGreaterThan(0);
  const at = { sheet: '表', cell: 'A1', row: 1, column: 'A' };
  const cells = new Map([[1, new Map([[1, { at, text }]])]]);
  const sheet = {
    name: '表',
    hidden: false,
    hiddenRows: new Set<number>(),
    rows: cells,
    merges: [],
  };
  expect(findMark([sheet])).toBeNull();
});
