import type { LooksLike } from '../../cells/read-result.ts';
import type { Text } from '../../locale.ts';
import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

const KINDS: Readonly<Record<LooksLike, Text>> = {
  pdf: {
    zh: '这是 PDF（打印件或扫描件），不是电子表格。请上传填报用的 Excel 或 WPS 表格原件（.xlsx）。',
    en: 'This is a PDF, a print or a scan, not a spreadsheet. Upload the Excel or WPS workbook itself (.xlsx).',
  },
  image: {
    zh: '这是图片或扫描件，请传电子表格：上传填报用的 Excel 或 WPS 表格原件（.xlsx）。',
    en: 'This is an image or a scan. Send the spreadsheet: upload the Excel or WPS workbook itself (.xlsx).',
  },
  word: {
    zh: '这是 Word 文档，不是电子表格。请把表格填在 Excel 或 WPS 表格中，另存为 .xlsx 再上传。',
    en: 'This is a Word document, not a spreadsheet. Fill in the table in Excel or WPS, save as .xlsx and upload that.',
  },
  presentation: {
    zh: '这是演示文稿（PPT），不是电子表格。请上传填报用的 Excel 或 WPS 表格原件（.xlsx）。',
    en: 'This is a presentation, not a spreadsheet. Upload the Excel or WPS workbook itself (.xlsx).',
  },
  ofd: {
    zh: '这是 OFD 版式文件，不是电子表格。请上传填报用的 Excel 或 WPS 表格原件（.xlsx）。',
    en: 'This is an OFD document, not a spreadsheet. Upload the Excel or WPS workbook itself (.xlsx).',
  },
  archive: {
    zh: '这是压缩包，不是电子表格。请解压后上传其中的 .xlsx 文件。',
    en: 'This is an archive, not a spreadsheet. Unpack it and upload the .xlsx file inside.',
  },
  'web-page': {
    zh: '这是网页文件（有些系统导出的“Excel”其实是网页），不是电子表格。请在 Excel 或 WPS 中打开，另存为 .xlsx（类型选“Excel 工作簿”）再上传。',
    en: 'This is a web page, as some systems export under the name of Excel. Open it in Excel or WPS, save as .xlsx (type “Excel workbook”) and upload that.',
  },
  'xml-spreadsheet': {
    zh: '这是“XML 电子表格 2003”格式。请在 Excel 或 WPS 中打开，另存为 .xlsx（类型选“Excel 工作簿”）再上传。',
    en: 'This is an “XML Spreadsheet 2003”. Open it in Excel or WPS, save as .xlsx (type “Excel workbook”) and upload that.',
  },
  'flat-opendocument': {
    zh: '这是 LibreOffice 的“扁平 XML”格式（.fods）。请在 LibreOffice 中打开，另存为 .xlsx 再上传。',
    en: 'This is a “Flat XML” document of LibreOffice (.fods). Open it there, save as .xlsx and upload that.',
  },
  'old-workbook': {
    zh: '这是 Excel 95 或更早的旧格式。请在 Excel 或 WPS 中打开，另存为 .xlsx 再上传。',
    en: 'This is a workbook of Excel 95 or older. Open it in Excel or WPS, save as .xlsx and upload that.',
  },
  numbers: {
    zh: '这是苹果 Numbers 表格。请在 Numbers 中选“文件→导出为→Excel”，得到 .xlsx 再上传。',
    en: 'This is an Apple Numbers document. Choose File → Export To → Excel in Numbers and upload the .xlsx.',
  },
  text: {
    zh: '这是文字文件，里面没有表格。请把表格填在 Excel 或 WPS 表格中，另存为 .xlsx 再上传。',
    en: 'This is a text without a table. Fill in the table in Excel or WPS, save as .xlsx and upload that.',
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
  example: { looksLike: 'image' },
  *check({ refusal }) {
    if (refusal?.kind !== 'not-a-workbook') return;
    yield { at: WHOLE_FILE, params: { looksLike: refusal.looksLike } };
  },
});
