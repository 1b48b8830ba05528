import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { satisfactionMeasured } from './rule.ts';

const hits = (...texts: string[]) =>
  tableHits(
    satisfactionMeasured,
    tableOf(
      texts.map((satisfactionActual, index) => ({
        ...GOOD_ROW,
        serial: index + 1,
        satisfactionTarget: '满意度≥90%',
        satisfactionActual,
      })),
    ),
  );

test('satisfaction without a figure is told once a table, with the serials', () => {
  expect(hits('95%', '良好', '96%', '显著提升', '较满意')).toEqual([
    { cell: 'AD7', params: { without: 3, serials: '2、4-5', perfect: 0 } },
  ]);
});

test('nothing but 100% is told, also beside texts without a figure', () => {
  expect(hits('100%', '满意度100%', '100％', '100%', '达100%')).toEqual([
    { cell: 'AD6', params: { without: 0, serials: '', perfect: 5 } },
  ]);
  expect(hits('100%', '100%', '良好', '100%', '100%', '100%')).toEqual([
    { cell: 'AD8', params: { without: 1, serials: '3', perfect: 5 } },
  ]);
});

test('mixed figures, few rows, what is not applicable or not yet done are fine', () => {
  expect(hits('100%', '95%', '100%', '100%', '100%')).toEqual([]);
  expect(hits('100%', '100%')).toEqual([]);
  expect(hits('不适用', '暂未完成拨付', '', '无', '96%')).toEqual([]);
});
