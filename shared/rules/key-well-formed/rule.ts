import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/** The object key names period and submitter. */
export const keyWellFormed = defineRule({
  id: 'key-well-formed',
  number: 'E8',
  severity: 'error',
  scope: 'file',
  title: {
    zh: '上传路径写明年度和报送主体',
    en: 'The upload path names period and submitter',
  },
  message: {
    zh: ({ key }: { key: string }) =>
      `上传路径“${key}”看不出年度和单位。请放到 uploads/年度/单位代码/文件名 下，例如 uploads/2021/LG-FGJ/自评表.xlsx。`,
    en: ({ key }) =>
      `The path “${key}” names no period and unit. Upload to uploads/YEAR/UNIT-CODE/FILE, e.g. uploads/2021/LG-FGJ/table.xlsx.`,
  },
  *check({ refusal }) {
    if (refusal?.kind === 'misfiled') yield { at: WHOLE_FILE, params: { key: refusal.key } };
  },
});
