import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { notApplicableInBoth } from './rule.ts';

test('不适用 beside a value is told where 不适用 stands', () => {
  const table = tableOf([
    { ...GOOD_ROW, economicTarget: '不适用', economicActual: '增收50万元' },
    { ...GOOD_ROW, ecologicalTarget: '绿化2亩', ecologicalActual: '不涉及。' },
  ]);
  expect(rowHits(notApplicableInBoth, table)).toMatchObject([
    { cell: 'V6', params: { text: '增收50万元', filled: '效益目标·经济效益指标·完成情况' } },
    { cell: 'AA7', params: { text: '绿化2亩' } },
  ]);
});

test('both or neither, 无 beside it, and a blank are left alone', () => {
  const table = tableOf([
    { ...GOOD_ROW, economicTarget: '不适用', economicActual: '不适用' },
    { ...GOOD_ROW, economicTarget: '不适用', economicActual: '无' },
    { ...GOOD_ROW, economicTarget: '不适用', economicActual: '' },
    { ...GOOD_ROW, economicTarget: '本标准不适用于学校', economicActual: '已说明' },
  ]);
  expect(rowHits(notApplicableInBoth, table)).toEqual([]);
});
