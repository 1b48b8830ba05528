import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alikeTexts, bareText } from './alike-texts.ts';

/** Characters drawn at will, so that no two texts share a piece by chance. */
const text = fc
  .array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 60, maxLength: 300 })
  .map((codes) => String.fromCharCode(...codes));

test('the same texts are one group, texts that share nothing are none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 2, maxLength: 8 }), fc.nat(7), (texts, pick) => {
      const place = pick % texts.length;
      expect(alikeTexts(texts)).toEqual([]);
      const again = texts[place] ?? '';
      expect(alikeTexts([...texts, again])).toEqual([
        { places: [place, texts.length], same: true },
      ]);
    }),
  );
});

test('one character changed in sixty or more makes a near copy', () => {
  fc.assert(
    fc.property(text, fc.nat(), (original, at) => {
      const place = at % original.length;
      const changed = `${original.slice(0, place)}改${original.slice(place + 1)}`;
      fc.pre(changed !== original);
      expect(alikeTexts([original, changed])).toEqual([{ places: [0, 1], same: false }]);
    }),
  );
});

test('blank texts are alike to none; blanks and punctuation do not count', () => {
  expect(alikeTexts(['', ''])).toEqual([]);
  expect(bareText('完成《规划》， 共１份。\n')).toBe('完成规划共1份');
});

test('a text is bared of what Unicode calls blank or punctuation, whatever else is in it', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(fc.oneof(anything, fc.string({ unit: 'grapheme' })), (typed) => {
      expect(bareText(typed)).toBe(typed.normalize('NFKC').replace(/[\s\p{P}]/gu, ''));
    }),
    { numRuns: 1_000 },
  );
});

test('thousands of near copies do not take thousands of comparisons each', () => {
  // Pair by pair this would be 50 million comparisons, and the test would never end.
  const body = '稳定社会预期促进社会和谐稳定提升企业开拓国际市场的能力和信心'.repeat(3);
  const texts = Array.from({ length: 10_000 }, (_, index) => `${body}第${index}号`);
  const places = alikeTexts(texts).flatMap((group) => group.places);
  expect(new Set(places).size).toBe(places.length);
  expect(places.length).toBeGreaterThan(9_900);
});
