import { inRow } from '../address.ts';
import { matchedWithList, rowOf } from '../listed-projects.ts';
import { defineRule } from '../rule.ts';

/** Every project of the table is in the period's list (多报项目). */
export const projectsListed = defineRule({
  id: 'projects-listed',
  number: 'C2',
  severity: 'warning',
  scope: 'table',
  title: { zh: '填报的项目在项目清单里', en: 'The projects are in the list' },
  message: {
    zh: ({ name }: { name: string }) =>
      `项目清单里没有“${name}”。请核对项目名称和编码；清单漏列的，请在“单位说明”里写明并联系财政部门。`,
    en: ({ name }: { name: string }) =>
      `The list has no “${name}”. Check name and code; if the list lacks it, explain and tell finance.`,
  },
  merged: {
    zh: ({ count, serials }) =>
      `${count} 个项目不在项目清单里（序号 ${serials}）。请核对项目名称和编码；清单漏列的，请说明并联系财政部门。`,
    en: ({ count, serials }) =>
      `${count} projects are not in the list (No. ${serials}). Check names and codes; if the list lacks them, explain.`,
  },
  example: { name: '零星修缮' },
  *check(table, context) {
    for (const record of matchedWithList(table, context)?.surplus ?? []) {
      const row = rowOf(table, record);
      const name = record.texts['projectName'] ?? '';
      // Without a name it is told elsewhere.
      if (row === undefined || name === '') continue;
      yield { at: inRow(row, 'projectName'), params: { name } };
    }
  },
});
