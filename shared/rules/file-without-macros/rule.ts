import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The workbook carries no macros: nobody here runs them, and many are viruses. */
export const fileWithoutMacros = defineRule({
  id: 'file-without-macros',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '文件不含宏', en: 'The file carries no macros' },
  message: {
    zh: () =>
      '文件含有宏（程序代码），为安全起见没有读取。请在 WPS 或 Excel 中打开，另存为 .xlsx（类型选“Excel 工作簿”，提示宏将丢失时选“是”）再上传。',
    en: () =>
      'The file carries macros, so for safety it was not read. Open it in WPS or Excel, save as .xlsx (type “Excel workbook”; agree that macros are lost) and upload that.',
  },
  *check({ refusal }) {
    if (refusal?.kind === 'with-macros') yield { at: WHOLE_FILE, params: {} };
  },
});
