import { expect, test } from 'vitest';
import { refusalHits } from '../../../test/rule-hits.ts';
import { fileIsWorkbook } from './rule.ts';

test('tells this refusal about the file as a whole', () => {
  expect(refusalHits(fileIsWorkbook, { kind: 'not-a-workbook', looksLike: 'pdf' })).toEqual([
    { cell: null, params: { looksLike: 'pdf' } },
  ]);
});

test.each([
  ['image', '扫描件，请传电子表格'],
  ['web-page', '另存为 .xlsx'],
  ['xml-spreadsheet', '另存为 .xlsx'],
  ['flat-opendocument', '另存为 .xlsx'],
  ['old-workbook', '另存为 .xlsx'],
  ['numbers', '导出为'],
  ['archive', '解压'],
])('says of %s what to do', (looksLike, words) => {
  expect(fileIsWorkbook.message.zh({ looksLike })).toContain(words);
});

test('is silent about any other refusal', () => {
  expect(refusalHits(fileIsWorkbook, { kind: 'empty' })).toEqual([]);
});
