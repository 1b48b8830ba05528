import type { FontMetrics, Weight } from './metrics.ts';

const ZERO = 0x30;
const NINE = 0x39;

/** True for the ASCII digits 0-9; full-width ones keep the width of their glyph. */
export const isDigit = (codePoint: number): boolean => codePoint >= ZERO && codePoint <= NINE;

/** Width of a text in em. */
export function textWidth(text: string, metrics: FontMetrics, weight: Weight): number {
  let width = 0;
  // By index: an iterator would make a string of every character.
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    width += metrics.advance(point, weight);
    if (point > 0xffff) at += 1;
  }
  return width / 1000;
}

/** Width of a figure in em, its digits on the common pitch. */
export function figureWidth(text: string, metrics: FontMetrics): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) ?? 0;
    width += isDigit(point) ? metrics.digitPitch : metrics.advance(point, 'regular');
    if (point > 0xffff) at += 1;
  }
  return width / 1000;
}
