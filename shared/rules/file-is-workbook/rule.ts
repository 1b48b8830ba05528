import type { LooksLike } from '../../cells/read-result.ts';
import type { Text } from '../../locale.ts';
import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

const KINDS: Readonly<Record<LooksLike, Text>> = {
  pdf: {
    zh: '这是 PDF 文件，不是电子表格。请上传填报用的 Excel 或 WPS 表格原件。',
    en: 'This is a PDF, not a spreadsheet. Upload the Excel or WPS workbook itself.',
  },
  image: {
    zh: '这是图片或扫描件，不是电子表格。请上传填报用的 Excel 或 WPS 表格原件。',
    en: 'This is an image or a scan, not a spreadsheet. Upload the Excel or WPS workbook itself.',
  },
  word: {
    zh: '这是 Word 文档，不是电子表格。请把表格填在 Excel 或 WPS 表格中再上传。',
    en: 'This is a Word document, not a spreadsheet. Fill in the table in Excel or WPS.',
  },
  archive: {
    zh: '这是压缩包，不是电子表格。请解压后上传其中的 .xlsx 文件。',
    en: 'This is an archive, not a spreadsheet. Unpack it and upload the .xlsx file inside.',
  },
  text: {
    zh: '这是纯文本或网页文件，不是电子表格。请在 Excel 或 WPS 中另存为 .xlsx 再上传。',
    en: 'This is plain text or a web page. Save it as .xlsx in Excel or WPS.',
  },
  unknown: {
    zh: '这个文件不是 Excel 或 WPS 表格（扩展名可能被改过）。请在 Excel 或 WPS 中打开原表，另存为 .xlsx 再上传。',
    en: 'This file is no Excel or WPS workbook (its ending may have been changed). Open the original, save as .xlsx and upload that.',
  },
};

const kindOf = (looksLike: string): Text => KINDS[looksLike as LooksLike] ?? KINDS.unknown;

/** The bytes are a workbook, whatever the name says. */
export const fileIsWorkbook = defineRule({
  id: 'file-is-workbook',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '文件是电子表格', en: 'The file is a workbook' },
  message: {
    zh: ({ looksLike }: { looksLike: string }) => kindOf(looksLike).zh,
    en: ({ looksLike }) => kindOf(looksLike).en,
  },
  *check({ refusal }) {
    if (refusal?.kind !== 'not-a-workbook') return;
    yield { at: WHOLE_FILE, params: { looksLike: refusal.looksLike } };
  },
});
