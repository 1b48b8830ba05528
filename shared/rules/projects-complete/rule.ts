import { inTable } from '../address.ts';
import { matchedWithList, namesOf } from '../listed-projects.ts';
import { defineRule } from '../rule.ts';

/** No project of the period's list is missing (漏报项目). */
export const projectsComplete = defineRule({
  id: 'projects-complete',
  number: 'C1',
  severity: 'warning',
  scope: 'table',
  title: { zh: '项目清单里的项目没有漏报', en: 'No project of the list is missing' },
  message: {
    zh: ({ count, names }: MissingParams) =>
      `项目清单里有 ${count} 个项目没有填报：${names}。请补上；已取消或由别的单位填报的，请在“单位说明”里写明。`,
    en: ({ count, names }: MissingParams) =>
      `${count} projects of the list are missing: ${names}. Add them, or explain why they are not here.`,
  },
  example: { count: 1, names: '宝龙生物药创新发展先导区项目' },
  *check(table, context) {
    const missing = matchedWithList(table, context)?.missing ?? [];
    if (missing.length === 0) return;
    yield {
      at: inTable(table, undefined),
      params: { count: missing.length, names: namesOf(missing.map(({ name }) => name)) },
    };
  },
});

type MissingParams = { count: number; names: string };
