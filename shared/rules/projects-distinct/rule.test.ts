import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { projectsDistinct } from './rule.ts';

const named = (serial: number, projectName: string, unitName = '深圳市龙岗区发展和改革局') => ({
  ...GOOD_ROW,
  serial,
  projectName,
  unitName,
});

test('the second of a name is told where the first stands; width and spaces do not matter', () => {
  const table = tableOf([
    named(1, '办公设备购置（二期）'),
    named(2, '粮食储备'),
    named(3, '办公设备购置(二期)'),
    named(4, '粮食 储备'),
  ]);
  expect(tableHits(projectsDistinct, table)).toEqual([
    { cell: 'C8', params: { other: '序号1', otherEn: 'No. 1' } },
    { cell: 'C9', params: { other: '序号2', otherEn: 'No. 2' } },
  ]);
});

test('units may have projects of one name, and a blank name is told elsewhere', () => {
  const table = tableOf([
    named(1, '办公设备购置'),
    named(2, '办公设备购置', '深圳市龙岗区投资推广署'),
    named(3, ''),
    named(4, ''),
  ]);
  expect(tableHits(projectsDistinct, table)).toEqual([]);
});

test('（本级） does not make another unit', () => {
  const table = tableOf([
    named(1, '办公设备购置', '某局(本级)'),
    named(2, '办公设备购置', '某局（本级）'),
  ]);
  expect(tableHits(projectsDistinct, table)).toHaveLength(1);
});
