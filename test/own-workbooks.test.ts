import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import { findTable } from '../shared/rows/find-table.ts';
import type { Table } from '../shared/rows/row.ts';
import { judgeTable } from '../shared/rules/run-rules.ts';
import { feedbackWorkbook } from '../shared/sheets/feedback.ts';
import { textCell } from '../shared/sheets/workbook-model.ts';
import { writeWorkbook } from '../shared/sheets/write-workbook.ts';
import { FORMS } from '../templates/forms.ts';
import { FULL_ROW, tableOf } from './make-sheet.ts';
import { ruleContext } from './rule-hits.ts';

/* What we hand out comes back: units mend their feedback workbook and send that. */

async function tableIn(bytes: Uint8Array): Promise<Table> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(`not read: ${read.refusal.kind}`);
  const result = findTable(read.sheets, FORMS);
  if (!result.found) throw new Error('no table');
  return result.table;
}

const valuesOf = ({ rows }: Table) =>
  rows.map(({ entries }) =>
    Object.fromEntries(
      Object.entries(entries).map(([field, { text, figure }]) => [field, figure ?? text.trim()]),
    ),
  );

/** The feedback on a table, with a sheet of instructions behind it as the templates have. */
async function feedbackOn(table: Table): Promise<Uint8Array> {
  const findings = judgeTable(table, { ...ruleContext(), form: table.form });
  const input = { table, findings, fileName: '自评表.xlsx', period: table.form.version };
  const workbook = feedbackWorkbook(input);
  const [list, shown] = workbook.sheets;
  if (list === undefined || shown === undefined) throw new Error('no sheets');
  const titles = ['序号', '部门名称', '项目名称', '年初绩效目标', '整改情况'];
  const guide = {
    ...list,
    name: '填报说明',
    merges: [],
    filter: null,
    rows: titles.map((title) => ({
      height: 20,
      cells: [textCell(title, 'text'), textCell('照批复填', 'text')],
    })),
  };
  return writeWorkbook({ ...workbook, sheets: [list, shown, guide as typeof list] });
}

describe('a feedback workbook reads as its table', () => {
  test('with findings, behind its issue list and before the instructions', async () => {
    const table = tableOf([
      FULL_ROW,
      { ...FULL_ROW, serial: 3, executionRate: '90%', actualTotal: '' },
    ]);
    const again = await tableIn(await feedbackOn(table));
    expect(again).toMatchObject({ sheet: '绩效自评表', otherTables: [], missingColumns: [] });
    expect(valuesOf(again)).toEqual(valuesOf(table));
  });

  test.each([
    '2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
    '2020/LG-GXJ/2020年部门预算项目绩效自评表.xlsx',
  ])('%s', async (name) => {
    const sample = new URL(`../templates/samples/${name}`, import.meta.url);
    const table = await tableIn(new Uint8Array(readFileSync(sample)));
    const again = await tableIn(await feedbackOn(table));
    expect(again.form.id).toBe(table.form.id);
    expect(valuesOf(again)).toEqual(valuesOf(table));
  });
});
