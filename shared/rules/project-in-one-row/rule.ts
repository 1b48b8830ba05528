import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** A project stands in one row; what stands in more rows is not joined by guess. */
export const projectInOneRow = defineRule({
  id: 'project-in-one-row',
  number: 'E7',
  severity: 'error',
  scope: 'table',
  title: { zh: '一个项目只占一行', en: 'A project stands in one row' },
  message: {
    zh: ({ project, row }: { project: string; row: number }) =>
      `第 ${row} 行没有序号、名称和金额，像是接着上面的${project === '' ? '项目' : `“${project}”`}写的，没有读入。一个项目只能占一行：请把这一行的内容并到项目那一行的同一格里（Alt+Enter 换行），再删去这一行。`,
    en: ({ row }) =>
      `Row ${row} has no serial, name or amount: it seems to go on with the project above and was not read. Move its texts into the project’s own row.`,
  },
  example: { project: '办公设备购置', row: 18 },
  *check(table) {
    for (const { kind, row } of table.leftOut) {
      if (kind !== 'continuation') continue;
      const above = table.rows.findLast(({ number }) => number < row.number);
      const filled = Object.entries(row.entries).filter(([, { text }]) => text !== '');
      // A unit may be merged over both lines; what goes on stands behind it.
      const first = filled.find(([field]) => field !== 'unitName') ?? filled[0];
      const project = above?.entries['projectName']?.text ?? '';
      const at = inRow(row, first?.[0] ?? 'projectName');
      yield { at, params: { project, row: row.number } };
    }
  },
});
