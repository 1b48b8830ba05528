import { isNamed } from '../../unit.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The name after 部门名称（盖章） is the submitter's, or a name it is known by. */
export const submitterAgrees = defineRule({
  id: 'submitter-agrees',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: {
    zh: '表上的部门名称就是报送主体',
    en: 'The department named on the table is the submitter',
  },
  message: {
    zh: ({ stated, name, code }: { stated: string; name: string; code: string }) =>
      `表上的部门名称是“${stated}”，文件却报在“${name}”（${code}）名下。请改名称，或上传到本单位名下。`,
    en: ({ stated, name, code }) =>
      `The table names “${stated}”, but the file was sent for “${name}” (${code}).`,
  },
  example: { stated: '区发改局', name: '深圳市龙岗区工业和信息化局', code: 'LG-GXJ' },
  *check(table, { submitter }) {
    const stated = table.submitterName;
    if (stated === null || submitter === null || isNamed(submitter, stated.text)) return;
    yield {
      at: inTable(table, stated.at),
      params: { stated: stated.text, name: submitter.name, code: submitter.code },
    };
  },
});
