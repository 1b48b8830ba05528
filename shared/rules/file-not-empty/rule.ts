import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The file holds bytes. */
export const fileNotEmpty = defineRule({
  id: 'file-not-empty',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '文件不是空的', en: 'The file is not empty' },
  message: {
    zh: () => '文件是空的（0 字节）。请检查是否已保存，再重新上传。',
    en: () => 'The file is empty (0 bytes). Check that it was saved and upload it again.',
  },
  *check({ refusal }) {
    if (refusal?.kind === 'empty') yield { at: WHOLE_FILE, params: {} };
  },
});
