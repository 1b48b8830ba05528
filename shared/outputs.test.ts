import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonBytes, pdfFile, workbookFile } from './outputs.ts';

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

test('files made of one upload are told apart however long its name is', () => {
  const name = '绩'.repeat(300);
  const names = [workbookFile(name, ' 反馈表'), workbookFile(name, ' 改正稿'), pdfFile(name)].map(
    ({ downloadName }) => downloadName,
  );
  expect(names).toEqual([
    `${'绩'.repeat(61)} 反馈表.xlsx`,
    `${'绩'.repeat(61)} 改正稿.xlsx`,
    `${'绩'.repeat(65)}.pdf`,
  ]);
});
