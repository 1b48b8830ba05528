import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { listed, projectList } from '../../../test/project-lists.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import type { ListedProject } from '../../records/project-list.ts';
import { projectsComplete } from './rule.ts';

const TABLE = tableOf([{ ...GOOD_ROW, projectName: '甲' }]);
const hits = (...projects: readonly ListedProject[]) =>
  tableHits(projectsComplete, TABLE, { projectList: projectList(...projects) });

test('what the list has and the table has not is told by name', () => {
  expect(hits(listed('甲'), listed('乙'), listed('丙'))).toEqual([
    { cell: null, params: { count: 2, names: '乙、丙' } },
  ]);
  const many = Array.from({ length: 7 }, (_, index) => listed(`项目${index}`));
  expect(hits(...many)[0]?.params).toEqual({
    count: 7,
    names: '项目0、项目1、项目2、项目3、项目4 等',
  });
});

test('nothing is missing of a unit that reports for itself, or without a list', () => {
  const other = { unit: 'LG-TZTGS', unitName: '投资推广署', department: 'LG-GXJ' };
  expect(hits(listed('甲'), listed('丁', {}, other))).toEqual([]);
  expect(tableHits(projectsComplete, TABLE, { projectList: null })).toEqual([]);
  expect(tableHits(projectsComplete, TABLE)).toEqual([]);
});
