import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGreyPng } from './grey-png.ts';
import { firstPage, PICTURED, pictureFile } from './pictures.ts';
import type { GreyPage } from './poppler.ts';
import { describeWith } from './tools.ts';

/* The pictures of page one under test/golden show what is printed today. */

/** Dots along a square whose darkness is compared: edges smoothed otherwise do not change it, a moved line does. */
const SQUARE = 12;

/** Of 255 shades. */
const TOLERANCE = 12;

/** Mean shade of each square of a page. */
function squaresOf({ width, height, shades }: GreyPage): readonly number[] {
  const means: number[] = [];
  for (let top = 0; top + SQUARE <= height; top += SQUARE) {
    for (let left = 0; left + SQUARE <= width; left += SQUARE) {
      let sum = 0;
      for (let y = top; y < top + SQUARE; y += 1) {
        for (let x = left; x < left + SQUARE; x += 1) sum += shades[y * width + x] ?? 0;
      }
      means.push(sum / SQUARE ** 2);
    }
  }
  return means;
}

/** How many squares of two pages of one size differ. */
function differing(one: GreyPage, other: GreyPage): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  const shades = squaresOf(other);
  return squaresOf(one).filter((mean, at) => Math.abs(mean - (shades[at] ?? 0)) > TOLERANCE).length;
}

const kept = (name: string): GreyPage => readGreyPng(readFileSync(pictureFile(name)));

describeWith('poppler', 'pictures of page one', () => {
  test.each(Object.entries(PICTURED))(
    '%s looks as it did; if that was meant, write them anew',
    async (name, sample) => {
      expect(differing(kept(name), await firstPage(sample))).toBe(0);
    },
  );

  test.each(Object.entries(PICTURED))('%s: another look is told', async (name, sample) => {
    expect(differing(kept(name), await firstPage(sample, true))).toBeGreaterThan(100);
    const { recordSet } = sample;
    const attachment = recordSet.attachment === null ? '附件2' : null;
    const other = { ...sample, recordSet: { ...recordSet, attachment } };
    expect(differing(kept(name), await firstPage(other))).toBeGreaterThan(3);
  });
});
