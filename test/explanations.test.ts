import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import { findingsReport } from '../shared/findings-report.ts';
import { type Judgement, judge } from '../shared/judge.ts';
import { feedbackWorkbook } from '../shared/sheets/feedback.ts';
import { summaryOfRecords } from '../shared/sheets/summary-of-records.ts';
import { writeWorkbook } from '../shared/sheets/write-workbook.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';
import { judgeContext } from './judge-context.ts';
import { GOOD_ROW, tableOf } from './make-sheet.ts';
import { REGISTER } from './rule-hits.ts';
import { summaryBytes } from './summary-bytes.ts';

/*
 * 单位说明: written into the issue list, read back with the next upload, shown again, told to
 * reviewers, and never part of what is stored as a record or published.
 */

const EXPLAINED = '合同尾款下年支付';

const judged = async (bytes: Uint8Array): Promise<Judgement> =>
  judge(await readWorkbook(bytes), judgeContext({ register: REGISTER }));

async function feedbackOf({ table, findings, period }: Judgement): Promise<Uint8Array> {
  if (table === null) throw new Error('no table');
  return writeWorkbook(feedbackWorkbook({ table, findings, fileName: '表.xlsx', period }));
}

/** Opens a workbook as a clerk does, lets them work in its list, and saves it. */
async function workedOn(
  bytes: Uint8Array,
  work: (list: exceljs.Worksheet, table: exceljs.Worksheet) => void,
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  const [list, table] = workbook.worksheets;
  if (list === undefined || table === undefined) throw new Error('no sheets');
  work(list, table);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const lineAbout = (list: exceljs.Worksheet, text: string): number => {
  let found = 0;
  list.eachRow((row, number) => {
    if (row.getCell('H').text.includes(text)) found = number;
  });
  return found;
};

/** A gap in the serials: a warning, which does not return the upload. */
const rows = [GOOD_ROW, { ...GOOD_ROW, serial: 5, projectName: '另一项目' }];
let first: Uint8Array;
let again: Judgement;

beforeAll(async () => {
  const table = tableOf(rows);
  const model = feedbackWorkbook({ table, findings: [], fileName: '表.xlsx', period: '2021' });
  first = await feedbackOf(await judged(await writeWorkbook(model)));
  again = await judged(
    await workedOn(first, (list) => {
      list.getRow(lineAbout(list, '序号不连续')).getCell('J').value = EXPLAINED;
    }),
  );
});

describe('what a unit explains', () => {
  test('is read back, shown in the next feedback and told to reviewers', async () => {
    expect(again.table?.explanations.map(({ text }) => text)).toEqual([EXPLAINED]);
    const [line] = findingsReport('表.xlsx', again).lines;
    expect(line).toMatchObject({ rule: 'serials-continuous', explanation: EXPLAINED });
    const third = await judged(await feedbackOf(again));
    expect(third.table?.explanations.map(({ text }) => text)).toEqual([EXPLAINED]);
  });

  test('survives deleted and inserted lines and a renamed sheet', async () => {
    const shuffled = await workedOn(first, (list) => {
      const row = list.getRow(lineAbout(list, '序号不连续'));
      row.getCell('J').value = EXPLAINED;
      list.spliceRows(row.number - 1, 1);
      list.insertRow(3, ['我们自己加的一行']);
      list.name = '已处理';
    });
    const { table } = await judged(shuffled);
    expect(table?.explanations.map(({ text }) => text)).toEqual([EXPLAINED]);
  });

  test('never comes into records or what is made of them', async () => {
    const { recordSet } = again;
    if (recordSet === null) throw new Error('no records');
    expect(recordSet.records).toHaveLength(2);
    expect(JSON.stringify(recordSet)).not.toContain(EXPLAINED);
    const summary = await summaryBytes(
      summaryOfRecords({ id: '2021', budgetBasis: '未注明' }, [
        { form: longgang2021, recordSet, revision: 1, receivedAt: null, fileName: '表.xlsx' },
      ]),
    );
    const parts = Object.values(unzipSync(summary)).map((part) => strFromU8(part));
    expect(parts.join('')).toContain('表.xlsx');
    expect(parts.join('')).not.toContain(EXPLAINED);
  });
});
