import { describe, expect, test } from 'vitest';
import { assertItemFits, ITEM_LIMIT_BYTES, itemBytes } from './item-size.ts';

describe('itemBytes', () => {
  test('counts texts in UTF-8 bytes, not characters', () => {
    expect(itemBytes('a')).toBe(1);
    expect(itemBytes('项')).toBe(3);
    expect(itemBytes('𠮷')).toBe(4);
  });

  test('counts the names of attributes and what they hold', () => {
    expect(itemBytes({ 名: '值' })).toBe(3 + 3 + 3 + 1);
    expect(itemBytes(['a', 'b'])).toBe(3 + 2 + 2);
    expect(itemBytes({ left: undefined, none: null })).toBe(3 + (4 + 1) + (4 + 1 + 1));
  });
});

describe('assertItemFits', () => {
  const item = (text: string) => ({ pk: 'p', sk: 's', text });

  test('refuses 200,000 Chinese characters, although they are fewer than the limit', () => {
    expect(200_000).toBeLessThan(ITEM_LIMIT_BYTES);
    expect(() => assertItemFits(item('项'.repeat(200_000)))).toThrow(/item p s has 6000\d\d bytes/);
  });

  test('lets 100,000 pass', () => {
    expect(() => assertItemFits(item('项'.repeat(100_000)))).not.toThrow();
  });
});
