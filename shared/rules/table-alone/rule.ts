import type { OtherTable, Table } from '../../rows/row.ts';
import { inTable } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Tables named in the message; the rest is counted. */
const NAMED_TABLES = 5;

/** A workbook holds one table: a second one would be left out of every sum. */
export const tableAlone = defineRule({
  id: 'table-alone',
  number: 'E8',
  severity: 'error',
  scope: 'table',
  title: { zh: '一个文件只有一张自评表', en: 'A file holds one table' },
  message: {
    zh: ({ sheet, others }: { sheet: string; others: string }) =>
      `文件里不止一张自评表：除“${sheet}”里的这张外，还有${others}。只能报一张：分科室、分单位填的，请合并成一张表、序号连着编；不报的请删去，或移到隐藏的工作表里。`,
    en: ({ sheet, others }) =>
      `The file holds more than one table: besides this one on “${sheet}” there are ${others}. Merge them into one, or remove or hide the others.`,
  },
  example: { sheet: '一科', others: '“二科”（A4 起，6 个项目）' },
  *check(table) {
    const [first] = table.otherTables;
    if (first === undefined) return;
    const named = table.otherTables
      .slice(0, NAMED_TABLES)
      .map((other) => placeOf(other, table))
      .join('、');
    const more = table.otherTables.length - NAMED_TABLES;
    yield {
      at: inTable(table, first.at),
      params: {
        sheet: table.sheet,
        others: more > 0 ? `${named} 等 ${more + NAMED_TABLES} 张` : named,
      },
    };
  },
});

/** “下属单位”A3 起的一张（2020 年表式，12 个项目）. */
function placeOf({ at, rows, form, titleYear }: OtherTable, table: Table): string {
  const year = titleYear === null || titleYear === table.titleYear ? '' : `${titleYear} 年度，`;
  const version = form === table.form ? '' : `${form.version} 年表式，`;
  return `“${at.sheet}”${at.cell} 起的一张（${year}${version}${rows} 个项目）`;
}
