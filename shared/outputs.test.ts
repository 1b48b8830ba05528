import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonBytes } from './outputs.ts';

test('an object is written as JSON.stringify would, however long its lists', () => {
  const lists = {
    a: Array.from({ length: 1_203 }, (_, index) => ({ index, text: '一\n二' })),
    b: [],
  };
  const written = (value: object): string => new TextDecoder().decode(jsonBytes(value));
  expect(written(lists)).toBe(`${JSON.stringify(lists, null, 2)}\n`);
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(written(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
    }),
  );
});
