import { expect, test } from 'vitest';
import { findingsReport } from '../../shared/findings-report.ts';
import { judge } from '../../shared/judge.ts';
import { intake } from '../../shared/pipeline.ts';
import { judgeContext } from '../judge-context.ts';
import { GOOD_ROW, sheetOf, typeInto } from '../make-sheet.ts';
import { deliverAll, makeWorld } from '../memory-ports.ts';

/*
 * A file with a classification mark is refused, and no text of it goes anywhere: not its mark, not a
 * project's name, not a serial, not a sheet's name, not the file's own.
 */

/** Texts that stand in the file and must stand nowhere else. */
const TEXTS = ['雷霆工程', '甲壹贰叁', '东山靶场', '不得示人的目标', '特别表'];

const ROW = {
  ...GOOD_ROW,
  serial: TEXTS[1] ?? '',
  projectName: TEXTS[0] ?? '',
  unitName: TEXTS[2] ?? '',
  annualGoal: TEXTS[3] ?? '',
  budgetTotal: `${TEXTS[0]}费用`,
};

const context = judgeContext();

const expectNoText = (written: string): void => {
  for (const text of [...TEXTS, '机密', '★']) expect(written).not.toContain(text);
};

test('a mark in the table: one finding with an address, no table, no records', () => {
  const sheet = sheetOf([ROW], { name: TEXTS[4] ?? '' });
  typeInto(sheet, 1, 20, '机密★10年');
  const judgement = judge({ ok: true, sheets: [sheet] }, context);
  expect(judgement).toMatchObject({ table: null, recordSet: null, period: '2021' });
  expect(judgement.findings).toEqual([
    {
      rule: 'classification-mark-absent',
      severity: 'error',
      group: 'classification-mark-absent',
      at: {
        sheet: '第 1 张工作表',
        cell: 'T1',
        row: 1,
        column: 'T',
        field: null,
        serial: null,
        project: null,
      },
      params: {},
    },
  ]);
  expectNoText(JSON.stringify(findingsReport('x', judgement)));
});

test('a mark on a hidden sheet, in a hidden row or in a sheet’s name is a mark as well', () => {
  const clean = sheetOf([GOOD_ROW]);
  const marked = sheetOf([ROW], { name: TEXTS[4] ?? '' });
  typeInto(marked, 40, 3, '内部资料 严禁外传');
  for (const second of [
    { ...marked, hidden: true },
    { ...marked, hiddenRows: new Set([40]) },
    { ...sheetOf([ROW]), name: '秘密★' },
  ]) {
    const judgement = judge({ ok: true, sheets: [clean, second] }, context);
    expect(judgement.findings).toMatchObject([
      { rule: 'classification-mark-absent', at: { sheet: '第 2 张工作表' } },
    ]);
    expectNoText(JSON.stringify(findingsReport('x', judgement)));
  }
});

test('a list of the levels to choose from, as templates hide it, is no mark; one of them alone is', () => {
  const list = { ...sheetOf([]), rows: new Map(), hidden: true };
  for (const [index, level] of ['公开', '绝密', '机密', '秘密'].entries()) {
    typeInto(list, index + 1, 1, level);
  }
  const sheets = [sheetOf([GOOD_ROW]), list];
  expect(judge({ ok: true, sheets }, context).findings.map(({ rule }) => rule)).toEqual([
    'sheets-visible',
  ]);
  typeInto(list, 9, 9, '机密');
  expect(judge({ ok: true, sheets }, context).findings).toMatchObject([
    { rule: 'classification-mark-absent', at: { cell: 'A2' } },
  ]);
});

test('a workbook without any table bears its mark all the same', () => {
  const sheet = { ...sheetOf([]), rows: new Map() };
  typeInto(sheet, 1, 1, '绝密');
  expect(judge({ ok: true, sheets: [sheet] }, context).findings).toMatchObject([
    { rule: 'classification-mark-absent' },
  ]);
});

test('through intake nothing of the file is written but the findings, and they say nothing of it', async () => {
  const world = await makeWorld();
  const key = `uploads/2021/LG-FGJ/${TEXTS[0]}自评表.xlsx`;
  const row = { ...ROW, overallCompletion: '机密★10年' };
  const upload = await intake(world.send([row], { key }), world.ports);
  await deliverAll(world);
  expect(upload).toMatchObject({ status: 'returned', outcome: { form: null, rows: 0 } });
  expect([...world.outputs.keys()]).toEqual(['submissions/2021/LG-FGJ/0001/findings.json']);
  expect(world.messages).toEqual([]);
  expect(world.tables.rows.size).toBe(0);
  for (const output of world.outputs.values()) expectNoText(output);
  // What the handler logs of an upload, and what is kept of its outcome.
  const { id, submission, revision, status, outcome } = upload;
  expectNoText(JSON.stringify({ id, submission, revision, status, outcome }));
});
