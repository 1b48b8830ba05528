import { type Finding, WHOLE_FILE } from '../finding.ts';
import { defineRule } from '../rule.ts';

/**
 * The file bears no classification mark (密级标志). One that does is refused, and nothing that stands in
 * it goes into any output or log: the finding holds an address and no text, not even a sheet's name.
 */
export const classificationMarkAbsent = defineRule({
  id: 'classification-mark-absent',
  number: 'E10',
  severity: 'error',
  scope: 'file',
  title: { zh: '文件不含密级标志', en: 'The file bears no classification mark' },
  message: {
    zh: () => '文件含密级标志，本系统不得处理涉密文件。请立即联系本单位保密员，勿重复上传。',
    en: () =>
      'The file bears a classification mark; this system must not handle classified files. Turn to your unit’s security officer at once, and do not upload it again.',
  },
  example: {},
  *check({ mark }) {
    if (mark === undefined) return;
    const { sheet, at } = mark;
    yield {
      at:
        sheet === null
          ? WHOLE_FILE
          : { ...WHOLE_FILE, sheet: `第 ${sheet} 张工作表`, ...(at ?? {}) },
      params: {},
    };
  },
});

/** True when the file bears a mark: then not even its name may be repeated. */
export const bearsMark = (findings: readonly Finding[]): boolean =>
  findings.some(({ rule }) => rule === classificationMarkAbsent.id);
