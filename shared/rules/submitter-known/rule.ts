import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The submitter is in the register. */
export const submitterKnown = defineRule({
  id: 'submitter-known',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: { zh: '报送主体在名册中', en: 'The submitter is in the register' },
  message: {
    zh: ({ code }: { code: string }) =>
      `单位代码 ${code} 不在名册中。请核对上传路径里的单位代码，或联系财政部门登记。`,
    en: ({ code }) =>
      `Unit code ${code} is not in the register. Check it or ask finance to add it.`,
  },
  example: { code: 'LG-SWJ' },
  *check(_table, { register, submitter, submitterCode }) {
    if (register === null || submitterCode === null || submitter !== null) return;
    yield { at: WHOLE_FILE, params: { code: submitterCode } };
  },
});
