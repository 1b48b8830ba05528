import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ListFrame, type ProjectHeights, paginateList } from './paginate-list.ts';

/** Room for eight lines on the first page, for twelve on others; headings are as high as two. */
const FRAME: ListFrame = {
  firstHeight: 80,
  otherHeight: 120,
  leading: 10,
  rowPadding: 0,
  gap: 10,
};

const project = (...rows: readonly number[]): ProjectHeights => ({
  heading: 20,
  continued: 20,
  rows,
});

/** Pages as `project` or `+project` where it goes on, then its rows as `row:from-to`. */
const placed = (projects: readonly ProjectHeights[]): readonly string[][] =>
  paginateList(projects, FRAME).map((page) =>
    page.map(({ project: index, isStart, rows }) =>
      [
        `${isStart ? '' : '+'}${index}`,
        ...rows.map(({ row, from, to }) => `${row}:${from}-${to}`),
      ].join(' '),
    ),
  );

const projects = fc.array(
  fc.record({
    heading: fc.double({ min: 5, max: 40, noNaN: true }),
    continued: fc.double({ min: 5, max: 40, noNaN: true }),
    rows: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
  }),
  { maxLength: 12 },
);
const frames = fc.record({
  // A heading may leave the first page no room at all.
  firstHeight: fc.double({ min: 0, max: 300, noNaN: true }),
  otherHeight: fc.double({ min: 120, max: 300, noNaN: true }),
  leading: fc.double({ min: 5, max: 12, noNaN: true }),
  rowPadding: fc.double({ min: 0, max: 10, noNaN: true }),
  gap: fc.double({ min: 0, max: 20, noNaN: true }),
});

describe('paginateList', () => {
  test.each([
    ['projects follow one another', [project(1, 1), project(1)], [['0 0:0-1 1:0-1', '1 0:0-1']]],
    [
      'a project goes on on the next page',
      [project(2, 2, 2, 3)],
      [['0 0:0-2 1:0-2 2:0-2'], ['+0 3:0-3']],
    ],
    [
      'a heading with too little below it begins on the next page',
      [project(1, 1), project(1, 1, 1)],
      [['0 0:0-1 1:0-1'], ['1 0:0-1 1:0-1 2:0-1']],
    ],
    [
      'a heading goes along with a row that has no room below it',
      [project(1), project(5)],
      [['0 0:0-1'], ['1 0:0-5']],
    ],
    ['a long row goes on over pages', [project(14)], [['0 0:0-6'], ['+0 0:6-14']]],
    ['a row leaves at least three lines ahead', [project(8)], [['0 0:0-5'], ['+0 0:5-8']]],
    ['no projects are one empty page', [], [[]]],
  ])('%s', (_, heights, pages) => {
    expect(placed(heights)).toEqual(pages);
  });

  test('says so when a page has no room for a heading and a line', () => {
    const high = { ...project(20), heading: 115, continued: 115 };
    expect(() => paginateList([high], FRAME)).toThrow('no room');
  });

  test('every line is placed once, in order, below a heading', () => {
    fc.assert(
      fc.property(projects, frames, (heights, frame) => {
        const parts = paginateList(heights, frame).flat();
        const lines = parts.flatMap(({ project: index, rows }) =>
          rows.flatMap(({ row, from, to }) =>
            Array.from({ length: to - from }, (_, line) => `${index}:${row}:${from + line}`),
          ),
        );
        const expected = heights.flatMap(({ rows }, index) =>
          rows.flatMap((count, row) =>
            Array.from({ length: count }, (_, line) => `${index}:${row}:${line}`),
          ),
        );
        expect(lines).toEqual(expected);
        const starts = parts.filter(({ isStart }) => isStart);
        expect(starts.map(({ project: index }) => index)).toEqual([...heights.keys()]);
        for (const { rows } of parts) expect(rows.length).toBeGreaterThan(0);
      }),
    );
  });

  test('parts follow one another without overlap and stay on their page', () => {
    fc.assert(
      fc.property(projects, frames, (heights, frame) => {
        for (const [index, page] of paginateList(heights, frame).entries()) {
          let bottom = 0;
          for (const part of page) {
            const { heading = 0, continued = 0 } = heights[part.project] ?? {};
            expect(part.top).toBeCloseTo(bottom + (bottom === 0 ? 0 : frame.gap));
            bottom = part.top + (part.isStart ? heading : continued);
            for (const { top, height, from, to } of part.rows) {
              expect(top).toBeCloseTo(bottom);
              expect(height).toBeCloseTo((to - from) * frame.leading + frame.rowPadding);
              bottom = top + height;
            }
          }
          const space = index === 0 ? frame.firstHeight : frame.otherHeight;
          expect(bottom).toBeLessThanOrEqual(space + 0.01);
        }
      }),
    );
  });
});
