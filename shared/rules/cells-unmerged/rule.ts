import { fieldTitle } from '../../../templates/form.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Serials, names and figures stand in a cell of their own; merged over projects they count once. */
export const cellsUnmerged = defineRule({
  id: 'cells-unmerged',
  number: 'E2',
  severity: 'error',
  scope: 'table',
  title: {
    zh: '序号、名称、金额不跨项目合并',
    en: 'Serials, names and figures are not merged over projects',
  },
  message: {
    zh: ({ column, from, to, count }: MergedParams) =>
      `“${column}”把第 ${from} 到 ${to} 行的 ${count} 个项目合并成了一格。这个值只算在第 ${from} 行的项目上，其余按没填处理。请取消合并，逐个项目分别填写。`,
    en: ({ columnEn, from, to, count }) =>
      `“${columnEn}” is merged over ${count} projects in rows ${from} to ${to}. It counts for the first only: split the cell and fill in each.`,
  },
  cause: ({ column }) => column,
  example: { column: '单位名称', columnEn: 'Unit', from: 7, to: 9, count: 3 },
  *check(table, { form }) {
    for (const { field, at, rows } of table.mergedOverProjects) {
      const title = fieldTitle(form, field);
      yield {
        at: { ...inTable(table, at), field },
        params: {
          column: title.zh,
          columnEn: title.en,
          from: rows[0] ?? at.row,
          to: rows.at(-1) ?? at.row,
          count: rows.length,
        },
      };
    }
  },
});

type MergedParams = { column: string; columnEn: string; from: number; to: number; count: number };
