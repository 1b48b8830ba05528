import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test.each([
  [{ b: 1, a: [true, null, '文'] }, '{"a":[true,null,"文"],"b":1}'],
  [{ 10: 'x', 9: 'y', é: 0, A: undefined }, '{"10":"x","9":"y","é":0}'],
  [[], '[]'],
  [{}, '{}'],
])('%j', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([[undefined], [Number.NaN], [1n], [() => 1], [[undefined]]])('refuses %s', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});

test('says what JSON says, whatever the order of properties', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
