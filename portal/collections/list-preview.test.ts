import { expect, test } from 'vitest';
import { listed } from '../../test/project-lists.ts';
import { comparedLists } from './list-preview.ts';

test('an import is held against the list in force by code, else by unit and name', () => {
  const standing = [
    listed('甲', { budgetTotal: 10 }, { projectCode: 'P-1' }),
    listed('乙', { budgetTotal: 5 }),
    listed('丙'),
  ];
  const imported = [
    listed('甲（改名）', { budgetTotal: 12 }, { projectCode: 'P-1' }),
    listed('乙', { budgetTotal: 5 }),
    listed('丁', { budgetTotal: 1 }),
  ];
  expect(comparedLists(standing, imported)).toEqual({
    budget: 18_000_000,
    added: ['LG-FGJ 丁'],
    dropped: ['LG-FGJ 丙'],
    changed: ['LG-FGJ 甲（改名）：10 → 12 万元'],
  });
});
