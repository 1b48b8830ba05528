import { expect, test } from 'vitest';
import { addressOf } from '../../shared/cells/cell.ts';
import { typedCell } from './typed-cell.ts';

const at = addressOf('自评表', 7, 12);

test.each([
  ['1,424.79', { text: '1,424.79', number: 1424.79 }],
  ['-3', { text: '-3', number: -3 }],
  ['98.62%', { text: '98.62%', number: 0.9862, isPercent: true }],
  [' 98 ', { text: '98', number: 98 }],
  ['约3万元', { text: '约3万元' }],
  ['1,42.5', { text: '1,42.5' }],
  ['6222021234567890123', { text: '6222021234567890123' }],
  ['完\u200b成', { text: '完成', cleaned: ['invisible-characters'] }],
])('%j is stored as a spreadsheet program would', (typed, stored) => {
  expect(typedCell(at, typed)).toEqual({ at, ...stored });
});

test('what is cleared is no cell', () => {
  expect(typedCell(at, ' \u200b')).toBeUndefined();
});
