import { SSF } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedFigure } from './typed-figure.ts';

describe('a figure looks as it was typed', () => {
  test.each([
    ['343.72', 343.72, 'General', 'General'],
    ['1', 1, 'General', 'General'],
    ['0.666880', 0.66688, 'General', '0.000000'],
    ['0.9233679', 0.9233679, 'General', 'General'],
    ['62.10', 62.1, '#,##0.00', '#,##0.00'],
    ['1,424.79', 1424.79, '#,##0.00', '#,##0.00'],
    ['1424.79', 1424.79, '#,##0.00', 'General'],
    ['98.64%', 0.9864, '0.00%', '0.00%'],
    ['100%', 1, '0.00%', '0%'],
    ['95.84', 95.8446, undefined, '0.00'],
    ['66.98', 66.985, '#,##0.00', '#,##0.00'],
    ['66.99', 66.985, '#,##0.00', '#,##0.00'],
  ])('%s', (typed, value, preferred, format) => {
    expect(typedFigure(typed, value, 'figure', preferred)).toMatchObject({
      content: { kind: 'number', number: value },
      format,
    });
  });

  test.each([
    ['约3万元', 3],
    ['１，２３４', 1234],
    // Typed 92.34 and read as 92.34 %: the number would show as 0.92.
    ['92.34', 0.9234],
    ['12,34', 1234],
    ['66.97', 66.985],
  ])('%s stays a text', (typed, value) => {
    expect(typedFigure(typed, value, 'figure').content).toEqual({ kind: 'text', text: typed });
  });

  test('whatever its digits', () => {
    const digits = fc.tuple(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.integer({ min: 0, max: 6 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(digits, ([scaled, places, grouped]) => {
        const value = scaled / 10 ** places;
        const typed = grouped
          ? value.toLocaleString('en-US', {
              minimumFractionDigits: places,
              maximumFractionDigits: places,
            })
          : value.toFixed(places);
        const cell = typedFigure(typed, value, 'figure', '#,##0.00');
        expect(SSF.format(cell.format ?? '', value)).toBe(typed);
      }),
    );
  });
});
