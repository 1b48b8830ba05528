import { expect, test } from 'vitest';
import { judge } from '../../shared/judge.ts';
import { judgeContext } from '../../test/judge-context.ts';
import { GOOD_ROW, sheetOf } from '../../test/make-sheet.ts';
import { checkedOf } from '../check/checked.ts';
import { keyMove } from './grid-keys.ts';
import { markOf, placesIn } from './places.ts';

/** Two projects; the rate of the first is wrong, the title names no year that is known. */
const sheet = sheetOf(
  [
    { ...GOOD_ROW, executionRate: { number: 0.5, text: '50.00%' } },
    { ...GOOD_ROW, serial: 2, projectName: '另一项目' },
    { unitName: '合计', budgetTotal: 70 },
  ],
  { title: '2033年度某局部门预算项目绩效自评表' },
);
const checked = checkedOf(judge({ ok: true, sheets: [sheet] }, judgeContext({ period: '2021' })));
const { table } = checked;
if (table === null) throw new Error('no table');
const shown = placesIn(table, checked.findings);

test('every finding about a cell is shown in that cell, above the table, too', () => {
  const keys = new Map(
    checked.findings.map((finding) => [finding.rule, shown.keyOfFinding(finding)]),
  );
  expect(keys.get('execution-rate-correct')).toBe('L6');
  expect(shown.places.get('L6')).toEqual({ line: 0, column: 11 });
  expect(keys.get('period-agrees')).toBe(table.title?.cell);
  for (const finding of checked.findings) {
    if (finding.at.cell !== null) expect(shown.keyOfFinding(finding)).not.toBeNull();
  }
});

test('a cell bears its gravest mark', () => {
  const here = (shown.findings.get('L6') ?? []).flatMap((index) => checked.findings[index] ?? []);
  expect(markOf(here)).toBe('error');
  expect(markOf([{ severity: 'hint', gate: true }, { severity: 'hint' }])).toBe('sign');
  expect(markOf([])).toBeUndefined();
});

test('lines stand in the unit’s own order under the official header, sums among them', () => {
  expect(table.lines.map(({ kind }) => kind)).toEqual(['project', 'project', 'sum']);
  expect(table.columns).toHaveLength(table.lines[0]?.cells.length ?? 0);
  expect(table.headerRows).toBe(3);
});

test.each([
  ['ArrowRight', { line: 0, column: 1 }],
  ['ArrowUp', { line: 0, column: 0 }],
  ['ArrowDown', { line: 1, column: 0 }],
  ['PageDown', { line: 2, column: 0 }],
  ['End', { line: 0, column: table.columns.length - 1 }],
  ['a', null],
] as const)('%s moves within the table', (key, place) => {
  expect(keyMove({ key, ctrlKey: false }, { line: 0, column: 0 }, table)).toEqual(place);
});
