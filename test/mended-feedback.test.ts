import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import { type Judgement, judge } from '../shared/judge.ts';
import { isError } from '../shared/rules/finding.ts';
import { feedbackWorkbook } from '../shared/sheets/feedback.ts';
import { writeWorkbook } from '../shared/sheets/write-workbook.ts';
import { judgeContext } from './judge-context.ts';

/*
 * As a clerk does it: a table with mistakes is sent, its feedback is opened, the cells are mended where
 * the list says, the feedback itself is sent back, and it is accepted.
 */

const SAMPLE = new URL(
  '../templates/samples/2021/LG-FGJ/2021年度部门预算项目绩效自评表.xlsx',
  import.meta.url,
);

const judged = async (bytes: Uint8Array): Promise<Judgement> =>
  judge(await readWorkbook(bytes), judgeContext());

async function edited(
  bytes: Uint8Array,
  edit: (workbook: exceljs.Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  edit(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The list's lines that must be mended: where each leads, and the value it suggests. */
function mustMend(list: exceljs.Worksheet): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  list.eachRow((row) => {
    if (row.getCell('A').text !== '［错误］') return;
    lines.set(row.getCell('F').text.replace('→ ', ''), row.getCell('I').text);
  });
  return lines;
}

test('feedback mended in place is accepted, with the sums and notes the unit had below', async () => {
  const sample = new Uint8Array(readFileSync(SAMPLE));
  const planted = await edited(sample, ({ worksheets: [sheet] }) => {
    if (sheet === undefined) throw new Error('no sheet');
    sheet.getCell('L9').value = 0.5;
    sheet.getCell('C10').value = null;
    sheet.getCell('D11').value = Number(sheet.getCell('D11').value) + 10;
    sheet.getCell('A33').value = '合计';
    sheet.getCell('D33').value = 24_271.73;
    sheet.getCell('A34').value = '注：本表金额来自部门决算。';
  });
  const first = await judged(planted);
  const { table, findings, period } = first;
  if (table === null) throw new Error('no table');
  const errors = findings.filter(isError).map(({ at }) => at.cell);
  expect(errors).toEqual(['L9', 'C10', 'D11']);

  const feedback = await writeWorkbook(
    feedbackWorkbook({ table, findings, fileName: '表.xlsx', period }),
  );
  const mended = await edited(feedback, ({ worksheets: [list, sheet] }) => {
    if (list === undefined || sheet === undefined) throw new Error('no sheets');
    const lines = mustMend(list);
    expect([...lines]).toEqual([
      ['L9', '100.00%'],
      ['C10', ''],
      ['D11', expect.stringMatching(/^改合计为 41\.2\n或改“一般公共预算”为 51\.2$/)],
    ]);
    expect(sheet.getCell('L9').numFmt).toBe('0.00%');
    sheet.getCell('L9').value = 1;
    sheet.getCell('C10').value = '粮食储备费用';
    sheet.getCell('D11').value = 41.2;
  });
  const second = await judged(mended);
  expect(second.findings.filter(isError)).toEqual([]);
  expect(second.table?.leftOut.map(({ kind }) => kind)).toEqual(['sum', 'note']);

  const original = await judged(sample);
  const whatWasSent = (judgement: Judgement) =>
    judgement.recordSet?.records.map(({ texts, amounts }) => [amounts, texts['annualGoal']]);
  expect(whatWasSent(second)).toEqual(whatWasSent(original));
});
