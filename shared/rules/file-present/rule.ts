import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The uploaded object is still there when it is read. */
export const filePresent = defineRule({
  id: 'file-present',
  number: 'F',
  severity: 'error',
  scope: 'file',
  title: { zh: '上传件在读取时仍在', en: 'The upload is still there when it is read' },
  message: {
    zh: () => '文件在读取前已被删除。请重新上传。',
    en: () => 'The file was deleted before it was read. Please upload it again.',
  },
  *check({ refusal }) {
    if (refusal?.kind === 'gone') yield { at: WHOLE_FILE, params: {} };
  },
});
