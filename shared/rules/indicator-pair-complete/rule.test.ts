import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { rowHits } from '../../../test/rule-hits.ts';
import { indicatorPairComplete } from './rule.ts';

test('the blank half of a pair is told, whichever it is', () => {
  const table = tableOf([
    { ...GOOD_ROW, quantityTarget: '15个', socialActual: '促进' },
    { ...GOOD_ROW, satisfactionTarget: '不低于95%' },
  ]);
  expect(rowHits(indicatorPairComplete, table).map(({ cell }) => cell)).toEqual([
    'P6',
    'X6',
    'AD7',
  ]);
});

test('whole pairs and wholly blank ones are fine', () => {
  const row = { ...GOOD_ROW, quantityTarget: '15个', quantityActual: '15个' };
  expect(rowHits(indicatorPairComplete, tableOf([row, GOOD_ROW]))).toEqual([]);
});
