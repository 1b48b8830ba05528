import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The workbook opens without a password. */
export const fileNotEncrypted = defineRule({
  id: 'file-not-encrypted',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '文件没有打开密码', en: 'The file has no password' },
  message: {
    zh: () =>
      '文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码（文件→信息→保护工作簿），另存后再上传。',
    en: () =>
      'The file is protected by a password and cannot be read. Remove the password, save and upload again.',
  },
  *check({ refusal }) {
    if (refusal?.kind === 'encrypted') yield { at: WHOLE_FILE, params: {} };
  },
});
