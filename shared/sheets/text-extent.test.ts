import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_COLUMN_WIDTH, MAX_ROW_HEIGHT } from './excel-limits.ts';
import { lineCount, textEms, textHeight, widthFor } from './text-extent.ts';

describe('room for a text', () => {
  test('Han characters and full-width signs are an em, Latin ones half', () => {
    expect(textEms('“合计”')).toBe(4);
    expect(textEms('12.5%')).toBe(2.5);
  });

  test('each paragraph starts a line', () => {
    expect(lineCount('一\n二\n三', 40)).toBe(3);
  });

  test('a wider column never needs more height', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 4, max: 90 }), (text, width) => {
        expect(textHeight(text, width + 1)).toBeLessThanOrEqual(textHeight(text, width));
      }),
    );
  });

  test('a column grows until its tallest text fits', () => {
    const text = '完成调研报告。'.repeat(59);
    const width = widthFor([text, '短'], 12, 240);
    expect(width).toBeGreaterThan(12);
    expect(textHeight(text, width)).toBeLessThanOrEqual(240);
  });

  test('but neither beyond reason nor beyond Excel', () => {
    const text = '长'.repeat(30_000);
    expect(widthFor([text], 12, 240)).toBe(MAX_COLUMN_WIDTH);
    expect(textHeight(text, MAX_COLUMN_WIDTH)).toBe(MAX_ROW_HEIGHT);
  });
});
