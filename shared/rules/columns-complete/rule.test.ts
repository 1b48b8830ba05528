import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf, without } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { columnsComplete } from './rule.ts';

test('missing columns are named once, all together', () => {
  const form = without('rectification', 'ecologicalTarget', 'ecologicalActual');
  const [hit, ...more] = tableHits(columnsComplete, tableOf([GOOD_ROW, GOOD_ROW], { form }));
  expect(more).toEqual([]);
  expect(hit).toMatchObject({
    cell: null,
    params: {
      count: 3,
      columns: '效益目标·生态效益指标·年度指标内容、效益目标·生态效益指标·完成情况、整改情况',
    },
  });
});

test('a whole header, and one without its …… columns, say nothing', () => {
  expect(tableHits(columnsComplete, tableOf([GOOD_ROW]))).toEqual([]);
  const form = without('outputExtra', 'benefitExtra', 'satisfactionExtra');
  expect(tableHits(columnsComplete, tableOf([GOOD_ROW], { form }))).toEqual([]);
});
