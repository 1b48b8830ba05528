import { expect, test } from 'vitest';
import { rowAddress, soughtRowIn } from './sought-row.ts';

test('an address names a row, whatever its sheet is called', () => {
  const at = { sheet: '表 1&2', row: 17 };
  const address = rowAddress('abc', at);
  expect(address).toMatch(/^\/uploads\/abc\?/);
  expect(soughtRowIn(address.split('?')[1] ?? '')).toEqual(at);
});

test.each(['', 'row=3', 'sheet=a', 'sheet=a&row=0', 'sheet=a&row=x'])(
  '“%s” names none',
  (query) => {
    expect(soughtRowIn(query)).toBeNull();
  },
);
