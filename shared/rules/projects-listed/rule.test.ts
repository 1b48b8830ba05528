import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { listed, projectList } from '../../../test/project-lists.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { projectsListed } from './rule.ts';

const TABLE = tableOf([
  { ...GOOD_ROW, projectName: '甲' },
  { ...GOOD_ROW, serial: 2, projectName: '乙' },
  { ...GOOD_ROW, serial: 3, projectName: '丙' },
]);

test('a project that the list does not have is told at its name', () => {
  const hits = tableHits(projectsListed, TABLE, { projectList: projectList(listed('乙')) });
  expect(hits.map(({ params }) => params)).toEqual([{ name: '甲' }, { name: '丙' }]);
  expect(new Set(hits.map(({ cell }) => cell)).size).toBe(2);
});

test('names are compared without spaces and width; without a list nothing is told', () => {
  const list = projectList(listed('甲 '), listed('乙'), listed('丙'));
  expect(tableHits(projectsListed, TABLE, { projectList: list })).toEqual([]);
  expect(tableHits(projectsListed, TABLE)).toEqual([]);
});
