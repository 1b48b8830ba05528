import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The workbook is whole. */
export const fileNotDamaged = defineRule({
  id: 'file-not-damaged',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '文件完整', en: 'The file is whole' },
  message: {
    zh: () =>
      '文件已损坏或没有传完整，无法打开。请在 Excel 或 WPS 中确认能打开，另存为 .xlsx 再上传。',
    en: () =>
      'The file is damaged or incomplete and cannot be opened. Check that it opens in Excel or WPS, save as .xlsx and upload again.',
  },
  *check({ refusal }) {
    if (refusal?.kind === 'damaged') yield { at: WHOLE_FILE, params: {} };
  },
});
