import { WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';
import { causeOf, type HeavyParams } from './causes.ts';

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
    zh: (params: HeavyParams) => causeOf(params).zh,
    en: (params) => causeOf(params).en,
  },
  example: { why: 'projects', limit: 5_000, sheet: '绩效自评表', cell: 'A5006' },
  *check({ refusal }) {
    if (refusal?.kind !== 'too-heavy') return;
    const { why, limit = 0, sheet = '', cell = '' } = refusal;
    yield { at: WHOLE_FILE, params: { why, limit, sheet, cell } };
  },
});
