import { expect, test } from 'vitest';
import { checksum } from './checksum.ts';

test.each([
  // The test vectors of the algorithm's authors.
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('of "%s"', (text, sum) => {
  expect(checksum(text)).toBe(sum);
});

test('a text in Chinese has one, and another text another', () => {
  expect(checksum('深圳市龙岗区')).toMatch(/^[0-9a-f]{16}$/);
  expect(checksum('深圳市龙岗区')).not.toBe(checksum('深圳市龙华区'));
});
