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
    zh: () => '文件是空的，没有任何内容。请检查填好的表格是否已保存，再重新上传。',
    en: () =>
      'The file is empty: there is nothing in it. Check that the filled table was saved and upload it again.',
  },
  *check({ refusal }) {
    if (refusal?.kind === 'empty') yield { at: WHOLE_FILE, params: {} };
  },
});
