import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareWidth } from './share-width.ts';

const sum = (widths: readonly number[]): number =>
  widths.reduce((total, width) => total + width, 0);

/** Tables of 1 to 6 columns with rows of any demand. */
const demands = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.array(
    fc.array(fc.double({ min: 0, max: 500, noNaN: true }), {
      minLength: columns,
      maxLength: columns,
    }),
    { minLength: 1, maxLength: 20 },
  ),
);

describe('shareWidth', () => {
  test('hands out the whole width in whole ems, none below the least', () => {
    fc.assert(
      fc.property(demands, fc.integer({ min: 30, max: 200 }), (demand, total) => {
        const weights = (demand[0] ?? []).map(() => 1);
        const widths = shareWidth({ demand, weights, total, least: 3 });
        expect(sum(widths)).toBe(total);
        for (const width of widths) {
          expect(Number.isInteger(width)).toBe(true);
          expect(width).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  test('columns that say as much are as wide', () => {
    const demand = [
      [40, 40, 0],
      [20, 20, 0],
    ];
    expect(shareWidth({ demand, weights: [1, 1, 1], total: 43, least: 3 })).toEqual([20, 20, 3]);
  });

  test('the column that makes the rows tall is the wide one', () => {
    const demand = [
      [100, 20],
      [80, 10],
    ];
    const [long = 0, short = 0] = shareWidth({ demand, weights: [1, 1], total: 30, least: 3 });
    expect(long).toBeGreaterThan(3 * short);
  });

  test('a cell that is never the tallest claims nothing', () => {
    const alone = shareWidth({ demand: [[90, 30]], weights: [1, 1], total: 24, least: 3 });
    const beside = shareWidth({
      demand: [
        [90, 30],
        [6, 2],
      ],
      weights: [1, 1],
      total: 24,
      least: 3,
    });
    expect(beside).toEqual(alone);
  });

  test('without anything to read the weights decide', () => {
    expect(shareWidth({ demand: [], weights: [5, 4, 4], total: 40, least: 1 })).toEqual([
      16, 12, 12,
    ]);
  });
});
