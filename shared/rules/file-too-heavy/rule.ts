import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The workbook opens within the bounds of time and memory that a table needs. */
export const fileTooHeavy = defineRule({
  id: 'file-too-heavy',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: {
    zh: '文件展开后不超出表格应有的规模',
    en: 'The file, once opened, is no larger than a table',
  },
  message: {
    zh: () =>
      '文件展开后过大，不像一张自评表，已停止读取。请新建一个工作簿，只复制填好的表格（不要整列整行），另存为 .xlsx 再上传。',
    en: () =>
      'Once opened the file is far larger than such a table, so reading was stopped. Copy just the filled table into a new workbook, save as .xlsx and upload that.',
  },
  *check({ refusal }) {
    if (refusal?.kind === 'too-heavy') yield { at: WHOLE_FILE, params: {} };
  },
});
