import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The system could deal with the file. A finding only so that the unit reads whose fault it was. */
export const fileProcessed = defineRule({
  id: 'file-processed',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '系统处理完了文件', en: 'The system processed the file' },
  message: {
    zh: () =>
      '系统故障，不是您的错，已通知管理员。请稍后重新上传同一文件；仍不成功请联系财政部门。',
    en: () =>
      'The system failed; it is not your fault, and the administrator has been told. Upload the same file again later; if that fails too, ask the finance bureau.',
  },
  *check({ refusal }) {
    if (refusal?.kind === 'not-processed') yield { at: WHOLE_FILE, params: {} };
  },
});
