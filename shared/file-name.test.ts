import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

test('an official title stays as it is', () => {
  const title = '附件2 2021年度深圳市龙岗区发展和改革局部门预算项目绩效自评表';
  expect(fileName(title, '.pdf')).toBe(`${title}.pdf`);
});

test.each([
  ['a/b\\c:d*e?f"g<h>i|j', 'a／b＼c：d＊e？f＂g＜h＞i｜j'],
  ['一\n二\t 三　四', '一 二 三 四'],
  ['..隐藏. ', '隐藏'],
  ['表\u202efdp.exe', '表fdp.exe'],
  ['\ud800表', '\ufffd表'],
  ['', '_'],
  ['...', '_'],
])('%j is saved as %j', (stem, expected) => {
  expect(fileName(stem, '.pdf')).toBe(`${expected}.pdf`);
});

test('a long name is cut between characters, its ending kept', () => {
  const name = fileName(`${'绩'.repeat(64)}a${'𠅤'.repeat(40)}`, '.pdf');
  expect(name).toBe(`${'绩'.repeat(64)}a.pdf`);
  expect(fileName('𠅤'.repeat(400), '.xlsx')).toBe(`${'𠅤'.repeat(48)}.xlsx`);
});

test('any name can be saved, and a saved name stays', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (stem) => {
      const name = fileName(stem, '.pdf');
      expect(bytesOf(name)).toBeLessThanOrEqual(200);
      expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}. ][^\\/:*?"<>|\p{Cc}\p{Cf}]*\.pdf$/u);
      expect(fileName(name.slice(0, -4), '.pdf')).toBe(name);
      expect(() => encodeURIComponent(name)).not.toThrow();
    }),
  );
});
