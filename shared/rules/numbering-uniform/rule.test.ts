import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { cellHits } from '../../../test/rule-hits.ts';
import { numberingUniform } from './rule.ts';

const hitsIn = (quantityActual: string) =>
  cellHits(numberingUniform, tableOf([{ ...GOOD_ROW, quantityActual }]));

test('“1,” with “2.” is told, and “1、” with “2.” too', () => {
  expect(hitsIn('1,完成一次节能宣传\n2.完成8次审查\n3.推动2个园区改造')).toEqual([
    { cell: 'P6', params: { numbers: '1, 2. 3.' } },
  ]);
  expect(hitsIn('1、完成宣传；2.完成审查')).toEqual([
    { cell: 'P6', params: { numbers: '1、 2.' } },
  ]);
});

test.each([
  '1.完成宣传\n2.完成审查',
  '１．完成宣传\n2.完成审查',
  '完成1,424.79万元；2.5万人受益',
  '合格率：1,质量：2.',
  '1.完成宣传；3、完成审查',
  '2、完成宣传；3.完成审查',
  '完成28台台式电脑、19台打印机',
])('%s is let be', (text) => {
  expect(hitsIn(text)).toEqual([]);
});
