import { expect, test } from 'vitest';
import { FORMS } from '../../../templates/forms.ts';
import { GOOD_ROW, merge, sheetOf, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { findTable } from '../../rows/find-table.ts';
import { projectInOneRow } from './rule.ts';

const more = { quantityTarget: '不少于3个', quantityActual: '4个' };

test('rows that go on with the project above are told, each at its first text', () => {
  const merged = merge(sheetOf([GOOD_ROW, more, { annualGoal: '另一目标' }]), 'C6:C8', 'A6:A8');
  const result = findTable([merged], FORMS);
  if (!result.found) throw new Error('no table');
  expect(result.table.rows).toHaveLength(1);
  expect(tableHits(projectInOneRow, result.table)).toEqual([
    { cell: 'O7', params: { project: '粮食储备费用', row: 7 } },
    { cell: 'M8', params: { project: '粮食储备费用', row: 8 } },
  ]);
  expect(tableHits(projectInOneRow, tableOf([GOOD_ROW, more]))).toHaveLength(1);
});

test('projects, notes and sums do not go on with the one above', () => {
  const table = tableOf([
    GOOD_ROW,
    { serial: 2 },
    { annualGoal: '注：见附件' },
    { serial: '合计' },
  ]);
  expect(tableHits(projectInOneRow, table)).toEqual([]);
});

test('a unit merged over the project and its second line is not the text that goes on', () => {
  const sheet = merge(sheetOf([GOOD_ROW, more]), 'A6:A7', 'B6:B7', 'C6:C7');
  const result = findTable([sheet], FORMS);
  if (!result.found) throw new Error('no table');
  expect(tableHits(projectInOneRow, result.table)).toMatchObject([{ cell: 'O7' }]);
});
