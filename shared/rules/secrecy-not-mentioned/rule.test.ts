import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { cellHits } from '../../../test/rule-hits.ts';
import { secrecyNotMentioned } from './rule.ts';

const hitsIn = (quantityActual: string) =>
  cellHits(secrecyNotMentioned, tableOf([{ ...GOOD_ROW, quantityActual }]));

test.each([
  ['数量涉及秘密，不适合公开', '涉及秘密'],
  ['具体数据不宜公开', '不宜公开'],
  ['组织涉密人员培训2次', '涉密'],
  ['机密机房改造', '机密'],
  ['该事项属保密', '属保密'],
])('%s', (text, words) => {
  expect(hitsIn(text)).toEqual([{ cell: 'P6', params: { words } }]);
});

test.each(['签订保密协议3份', '采用不公开招标方式', '信息公开10条', '密切联系企业', '完成'])(
  '%s is everyday business',
  (text) => {
    expect(hitsIn(text)).toEqual([]);
  },
);
