import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './clean-text.ts';

test.each([
  ['  两端空格\u3000', '两端空格'],
  ['第一行_x000D_\r\n第二行\r第三行', '第一行\n第二行\n第三行'],
  ['零\u200B宽\uFEFF', '零宽'],
  ['不换行\u00A0空格\t制表', '不换行 空格 制表'],
  ['\u202E反向', '反向'],
  ['\u0007响铃', '响铃'],
  ['半个\uD842字', '半个\uFFFD字'],
  ['𠮷䶮㙍，“十四五”……——①㎡', '𠮷䶮㙍，“十四五”……——①㎡'],
])('%j becomes %j', (typed, cleaned) => {
  expect(cleanText(typed)).toBe(cleaned);
});

test('cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
  );
});
