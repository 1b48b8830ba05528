import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** The hidden sheet of a template says what it said when the template was made. */
export const templateIntact = defineRule({
  id: 'template-intact',
  number: 'E8',
  severity: 'warning',
  scope: 'table',
  title: {
    zh: '模板里的标识没有被改动',
    en: 'What a template says of itself was not changed',
  },
  message: {
    zh: () =>
      '模板里隐藏的标识（年度、单位）被改动过，已不采用，一律以上传位置为准。请核对本表的年度和单位；如不放心，请重新下载模板，把内容粘贴过去。',
    en: () =>
      'The hidden note in the template that says its period and unit was changed and is not used; where the file was sent decides. Check period and unit, or fetch the template anew.',
  },
  *check(table) {
    if (table.identity === null || table.identity.intact) return;
    yield { at: inTable(table, undefined), params: {} };
  },
});
