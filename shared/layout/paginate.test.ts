import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PageFrame, paginate } from './paginate.ts';

/** Room for eight lines on the first page, for ten on others. */
const FRAME: PageFrame = { firstHeight: 80, otherHeight: 100, leading: 10, rowPadding: 0 };

/** Pages as `row:from-to`. */
const placed = (lineCounts: readonly number[]): readonly string[][] =>
  paginate(lineCounts, FRAME).map((page) =>
    page.map(({ row, from, to }) => `${row}:${from}-${to}`),
  );

const tables = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });
const frames = fc.record({
  firstHeight: fc.double({ min: 30, max: 200, noNaN: true }),
  otherHeight: fc.double({ min: 30, max: 200, noNaN: true }),
  leading: fc.double({ min: 5, max: 12, noNaN: true }),
  rowPadding: fc.double({ min: 0, max: 10, noNaN: true }),
});

describe('paginate', () => {
  test.each([
    ['rows that fit stand on one page', [2, 6], [['0:0-2', '1:0-6']]],
    ['a row of which little would fit begins on the next page', [5, 4], [['0:0-5'], ['1:0-4']]],
    ['a row of which much fits begins here', [1, 10], [['0:0-1', '1:0-7'], ['1:7-10']]],
    ['a row goes on over pages', [24], [['0:0-8'], ['0:8-18'], ['0:18-24']]],
    ['a row leaves at least three lines ahead', [9], [['0:0-6'], ['0:6-9']]],
    ['a row higher than a page begins where it can', [5, 12], [['0:0-5', '1:0-3'], ['1:3-12']]],
    ['no rows are one empty page', [], [[]]],
  ])('%s', (_, lineCounts, pages) => {
    expect(placed(lineCounts)).toEqual(pages);
  });

  test('says so when a page has no room for a line', () => {
    expect(() => paginate([20], { ...FRAME, otherHeight: 9 })).toThrow('no room');
  });

  test('a heading may fill the first page', () => {
    const [first, second] = paginate([1], { ...FRAME, firstHeight: 9 });
    expect(first).toEqual([]);
    expect(second).toHaveLength(1);
  });

  test('every line is placed once, in order', () => {
    fc.assert(
      fc.property(tables, frames, (lineCounts, frame) => {
        const lines = paginate(lineCounts, frame)
          .flat()
          .flatMap(({ row, from, to }) =>
            Array.from({ length: to - from }, (_, index) => `${row}:${from + index}`),
          );
        const expected = lineCounts.flatMap((count, row) =>
          Array.from({ length: count }, (_, line) => `${row}:${line}`),
        );
        expect(lines).toEqual(expected);
      }),
    );
  });

  test('parts follow one another without gap or overlap and stay on their page', () => {
    fc.assert(
      fc.property(tables, frames, (lineCounts, frame) => {
        for (const [index, page] of paginate(lineCounts, frame).entries()) {
          let bottom = 0;
          for (const { top, height, from, to } of page) {
            expect(top).toBeCloseTo(bottom);
            expect(height).toBeCloseTo((to - from) * frame.leading + frame.rowPadding);
            bottom = top + height;
          }
          const space = index === 0 ? frame.firstHeight : frame.otherHeight;
          expect(bottom).toBeLessThanOrEqual(space + 0.01);
        }
      }),
    );
  });
});
