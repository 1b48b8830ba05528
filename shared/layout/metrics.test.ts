import { describe, expect, test } from 'vitest';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { fontMetrics } from './metrics.ts';

describe('fontMetrics', () => {
  const metrics = fontMetrics({
    regular: [
      [0x30, 10, 500],
      [0x4e00, 3, 1000],
    ],
    bold: [[0x31, 1, 540]],
    black: [[0x31, 1, 560]],
    sans: [[0x31, 1, 580]],
  });

  test('the others are as wide as regular unless stated', () => {
    expect(metrics.advance(0x31, 'regular')).toBe(500);
    expect(metrics.advance(0x31, 'bold')).toBe(540);
    expect(metrics.advance(0x31, 'black')).toBe(560);
    expect(metrics.advance(0x31, 'sans')).toBe(580);
    expect(metrics.advance(0x4e02, 'bold')).toBe(1000);
    expect(metrics.advance(0x32, 'black')).toBe(500);
  });

  test('a character outside the runs is missing and has no width', () => {
    expect(metrics.has(0x4e03)).toBe(false);
    expect(metrics.has(0x10ffff)).toBe(false);
    expect(metrics.advance(0x4e03, 'regular')).toBe(0);
  });

  test('a line feed can be printed without a glyph', () => {
    expect(metrics.has(0x0a)).toBe(true);
  });
});

describe('the metrics of Noto Serif SC', () => {
  const metrics = loadMetrics();

  test.each([...'绩效㙍𠅤𫖯䶮龍①≥≤×℃㎡—…“”'])('has %s', (character) => {
    expect(metrics.has(character.codePointAt(0) ?? 0)).toBe(true);
  });

  test.each([
    ['𪚥', 0x2a6a5],
    ['a private character', 0xe000],
    ['a tab', 0x09],
  ])('lacks %s', (_, codePoint) => {
    expect(metrics.has(codePoint)).toBe(false);
  });

  test('sets the digits of figures on the pitch of the widest', () => {
    expect(metrics.digitPitch).toBe(metrics.advance(0x39, 'regular'));
  });
});
