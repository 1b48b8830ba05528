import type { FontMetrics, Weight } from './metrics.ts';

const ZERO = 0x30;
const NINE = 0x39;

/** True for the ASCII digits 0-9; full-width ones keep the width of their glyph. */
export const isDigit = (codePoint: number): boolean => codePoint >= ZERO && codePoint <= NINE;

/** Width of a text in em. */
export function textWidth(text: string, metrics: FontMetrics, weight: Weight): number {
  let width = 0;
  for (const character of text) width += metrics.advance(character.codePointAt(0) ?? 0, weight);
  return width / 1000;
}

/** Width of a figure in em, its digits on the common pitch. */
export function figureWidth(text: string, metrics: FontMetrics): number {
  let width = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    width += isDigit(point) ? metrics.digitPitch : metrics.advance(point, 'regular');
  }
  return width / 1000;
}
