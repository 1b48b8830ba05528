import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test.each([
  ['a line that is not ours', 'x\ny.xlsx：已接收', 'x\\u000ay.xlsx：已接收'],
  ['a terminal’s escape code', '\x1b[2J表\x07', '\\u001b[2J表\\u0007'],
  ['one in a single character', '\x9b2J', '\\u009b2J'],
  ['text that runs backwards', '表\u202exslx.exe', '表\\u202exslx.exe'],
  ['line separators', 'a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
  ['what stands beyond 16 bits', 'a\u{e0041}b', 'a\\u{e0041}b'],
  ['half a character', 'a\ud842b', 'a\\ud842b'],
])('%s is shown, not obeyed', (_what, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('what can be seen stays as it is', () => {
  const seen = '自评表（更正） 2021 — 𠮷é.xlsx';

  expect(printable(seen)).toBe(seen);
});
