import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { listed, projectList } from '../../../test/project-lists.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { budgetAsListed } from './rule.ts';

const FIELD = 'budgetTotal';
const FIELD_OF = (amount: number) => ({ [FIELD]: amount });

const hits = (stated: readonly number[], ...amounts: readonly Readonly<Record<string, number>>[]) =>
  tableHits(
    budgetAsListed,
    tableOf(
      stated.map((amount, index) => ({
        ...GOOD_ROW,
        serial: index + 1,
        projectName: `项目${index}`,
        [FIELD]: amount,
      })),
    ),
    { projectList: projectList(...amounts.map((each, index) => listed(`项目${index}`, each))) },
  );

test('an amount that is not that of the list is told with both', () => {
  const found = hits([96.84, 98.64, 10], FIELD_OF(98.64), FIELD_OF(98.64), FIELD_OF(9));
  expect(found.map(({ params }) => params)).toEqual([
    { stated: '96.84', listed: '98.64' },
    { stated: '10', listed: '9' },
  ]);
  expect(new Set(found.map(({ cell }) => cell)).size).toBe(2);
});

test.each([
  ['the same', [98.64], FIELD_OF(98.64)],
  ['the same at the precision of the cell', [98.64], FIELD_OF(98.644)],
  ['not stated by the list', [98.64], {}],
])('nothing is told where it is %s', (_, stated, amounts) => {
  expect(hits(stated, amounts)).toEqual([]);
});
