import { read, type WorkSheet } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { leaves } from '../../templates/form.ts';
import { longgang2020 } from '../../templates/longgang-2020/form.ts';
import { FIRST_ROW, findings, first, rowOf, table } from '../../test/feedback-example.ts';
import { addressOf } from '../cells/cell.ts';
import type { Finding } from '../rules/finding.ts';
import { feedbackWorkbook } from './feedback.ts';
import { MOST_NOTES } from './feedback-marks.ts';
import { writeWorkbook } from './write-workbook.ts';

let issues: WorkSheet;
let shown: WorkSheet;

beforeAll(async () => {
  const model = feedbackWorkbook({ table, findings, fileName: '自评表.xlsx', period: '2020' });
  const workbook = read(await writeWorkbook(model), { cellStyles: true });
  expect(workbook.SheetNames).toEqual(['问题清单', '绩效自评表', '填报说明']);
  issues = workbook.Sheets['问题清单']!;
  shown = workbook.Sheets['绩效自评表']!;
});

const HEADER_ROW = 5;

/** The rows below the header: bands over the sections, and lines. */
const listed = (column: string): readonly string[] => {
  const last = Number(/\d+$/.exec(issues['!ref'] ?? '')?.[0]);
  return Array.from(
    { length: last - HEADER_ROW },
    (_, index) => issues[`${column}${HEADER_ROW + 1 + index}`]?.v ?? '',
  );
};
const rowOfLine = (text: string): number =>
  HEADER_ROW + 1 + listed('H').findIndex((h) => h.startsWith(text));
const cellOfLine = (text: string, column: string) => issues[`${column}${rowOfLine(text)}`];
const RATE = '执行率填 0.9；按 9÷10 应为 0.91';
const fillOf = (cell: string): string | undefined => shown[cell]?.s?.fgColor?.rgb;

describe('the issue list', () => {
  test('counts in words and says what to do', () => {
    expect(issues['A3'].v).toBe('错误 4 · 警告 1 · 提示 1　　校验未通过，请改正后重新上传');
    expect(issues['A4'].v).toMatch(/^怎么改：/);
  });

  test('has what must be mended first, then what is to be checked, then what is for reference', () => {
    expect(listed('A')).toEqual([
      expect.stringMatching(/^必须改.*4 条/),
      '［错误］',
      '［错误］',
      '［错误］',
      '［错误］',
      expect.stringMatching(/^请核对.*1 条/),
      '［警告］',
      expect.stringMatching(/^可参考.*1 条，其中 1 条已折叠/),
      '［提示］',
    ]);
    expect(listed('B')).toEqual(['', '—', '—', '1', '1', '', '3', '', '3']);
  });

  test('folds the hints away, and only them', () => {
    const folded = (issues['!rows'] ?? []).flatMap((row, index) =>
      row?.hidden === true && row.level === 1 ? [index + 1] : [],
    );
    expect(folded).toEqual([HEADER_ROW + 9]);
  });

  test('names project, column and the cell in the unit’s own file, and what was typed', () => {
    expect(cellOfLine(RATE, 'C').v).toBe('=节能减排');
    expect(cellOfLine(RATE, 'D').v).toBe('预算支出执行率');
    expect(cellOfLine(RATE, 'E').v).toBe(`Sheet1!${first.entries['executionRate']!.at.cell}`);
    expect(cellOfLine(RATE, 'G').v).toBe('0.9581458');
    expect(cellOfLine(RATE, 'I').v).toBe('0.9584458');
    expect(cellOfLine(RATE, 'J')?.v).toBeUndefined();
  });

  test('leads to the cell in this workbook', () => {
    expect(cellOfLine(RATE, 'F')).toMatchObject({
      f: `HYPERLINK("#'绩效自评表'!I6","→ I6")`,
      v: '→ I6',
    });
    expect(shown['I6'].v).toBe(0.9581458);
  });

  test('a finding about the unit line leads there; one about the file leads nowhere', () => {
    expect(issues[`E${HEADER_ROW + 3}`].v).toBe('Sheet1!T4');
    expect(issues[`F${HEADER_ROW + 3}`].v).toBe('→ O2');
    expect(shown['O2'].v).toBe('单位：万元');
    expect(
      ['C', 'D', 'E', 'F', 'G'].map((column) => issues[`${column}${HEADER_ROW + 2}`].v),
    ).toEqual(['—', '—', '—', '—', '—']);
  });

  test('carries in hidden columns what each line is about', () => {
    const hidden = (issues['!cols'] ?? []).flatMap((column, index) =>
      column.hidden ? [index] : [],
    );
    expect(hidden).toEqual([11, 12, 13, 14, 15]);
    expect(['L', 'M', 'N', 'O', 'P'].map((column) => cellOfLine(RATE, column).v)).toEqual([
      'execution-rate-correct',
      'execution-rate-correct',
      'executionRate',
      '1',
      '=节能减排',
    ]);
  });
});

describe('the unit’s table', () => {
  test('holds what was typed above and in the rows', () => {
    expect(shown['A1'].v).toBe('2020年某局部门预算项目绩效自评表');
    expect(shown['A2'].v).toBe('部门名称（盖章）：某局');
    expect(shown['C6']).toMatchObject({ t: 's', v: '=节能减排' });
    expect(shown['A7'].v).toBe(3);
  });

  test('fills errors and warnings, each in its own colour, and no hint', () => {
    expect(fillOf('I6')).toBe('F8CBAD');
    expect(fillOf('A7')).toBe('FFE699');
    expect(fillOf('O2')).toBe('F8CBAD');
    expect(fillOf('I7')).toBeUndefined();
  });

  test('tells in a note all that is wrong with a cell', () => {
    const note = shown['I6'].c[0].t;
    expect(note).toContain('［错误］执行率填 0.9；按 9÷10 应为 0.91');
    expect(note).toContain('建议值：0.9584458');
    expect(note.match(/［错误］/g)).toHaveLength(2);
    expect(shown['I7'].c[0].t).toMatch(/^［提示］/);
  });
});

test('a table without findings says so and has no lines', () => {
  const { sheets } = feedbackWorkbook({ table, findings: [], fileName: '表.xlsx', period: null });
  expect(sheets[0]?.rows).toHaveLength(HEADER_ROW);
  expect(sheets[0]?.rows[2]?.cells[0]?.content).toEqual({
    kind: 'text',
    text: '错误 0 · 警告 0 · 提示 0　　校验通过',
  });
});

test('a text beyond what a cell holds is cut and says so', () => {
  const long = { ...table, rows: [rowOf(FIRST_ROW, { problems: '长'.repeat(40_000) })] };
  const { sheets } = feedbackWorkbook({
    table: long,
    findings: [],
    fileName: '表.csv',
    period: null,
  });
  const content = sheets[1]?.rows.at(-1)?.cells[25]?.content;
  expect(content?.kind === 'text' && content.text).toMatch(/（全文 40000 字，/);
});

test('what has to be signed off comes last, is called so and fills nothing', () => {
  const gate: Finding = { ...findings[2]!, gate: true };
  const { sheets } = feedbackWorkbook({
    table,
    findings: [gate, findings[0]!],
    fileName: '表.xlsx',
    period: null,
  });
  const [list, own] = sheets;
  const labels = list?.rows
    .slice(HEADER_ROW)
    .map(({ cells: [label] }) => (label?.content.kind === 'text' ? label.content.text : ''));
  expect(labels).toEqual([
    expect.stringMatching(/^可参考/),
    '［提示］',
    expect.stringMatching(/^公开前签认/),
    '［签认］',
  ]);
  expect(own?.rows.flatMap(({ cells }) => cells).some(({ mark }) => mark !== undefined)).toBe(
    false,
  );
});

test('marks every cell, but gives no more notes than a reader opens, and says so', () => {
  const form = longgang2020;
  const fields = leaves(form.columns).map(({ field }) => field);
  const rows = Array.from({ length: 100 }, (_, index) =>
    rowOf(FIRST_ROW + index, { serial: `${index + 1}`, projectName: `项目${index}` }),
  );
  const everywhere = rows.flatMap((row) =>
    fields.map((field, column): Finding => {
      const cell = addressOf('Sheet1', row.number, column + 1);
      const place = { ...cell, field, serial: null, project: null };
      return { ...findings[3]!, severity: column === 0 ? 'warning' : 'error', at: place };
    }),
  );
  const [list, own] = feedbackWorkbook({
    table: { ...table, rows },
    findings: everywhere,
    fileName: '表.xlsx',
    period: null,
  }).sheets;
  const cells = own?.rows.flatMap((row) => row.cells) ?? [];
  expect(everywhere.length).toBeGreaterThan(MOST_NOTES);
  expect(cells.filter(({ mark }) => mark !== undefined)).toHaveLength(everywhere.length);
  const noted = cells.filter(({ note }) => note !== undefined);
  expect(noted).toHaveLength(MOST_NOTES);
  expect(noted.every(({ mark }) => mark === 'error')).toBe(true);
  const advice = list?.rows[3]?.cells[0]?.content;
  expect(advice?.kind === 'text' && advice.text).toContain(`只有前 ${MOST_NOTES} 格带批注`);
});
