import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { read as readBySheetJs, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../shared/cells/read-workbook.ts';
import { judge } from '../../shared/judge.ts';
import { printedCsv, printedTable } from '../../shared/records/printed-table.ts';
import { feedbackWorkbook } from '../../shared/sheets/feedback.ts';
import { writeWorkbook } from '../../shared/sheets/write-workbook.ts';
import { longgang2021 } from '../../templates/longgang-2021/form.ts';
import { judgeContext } from '../judge-context.ts';
import { GOOD_ROW, sheetOf } from '../make-sheet.ts';

/*
 * Texts that look like formulas are stored as they are, and are formulas in nothing we write.
 */

const attack = fc
  .tuple(
    fc.constantFrom('=', '+', '-', '@', '\t=', '\r@', '＝', '|', '%', "'=", '"='),
    fc.constantFrom('HYPERLINK("http://x","y")', "cmd|' /C calc'!A0", '1+1', 'SUM(A1)', '甲'),
    fc.constantFrom('', '\u0007', '_x000D_', '\n', '\u200b'),
  )
  .map((parts) => parts.join(''));

const read = async (bytes: Uint8Array) => {
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result;
};

/** A workbook that a unit might send, with this text as the name and the goal of a project. */
function sent(text: string): Uint8Array {
  const sheet = sheetOf([{ ...GOOD_ROW, projectName: text, annualGoal: text }]);
  const cells = utils.aoa_to_sheet([]);
  for (const row of sheet.rows.values()) {
    for (const { at, text: shown, number } of row.values()) {
      cells[at.cell] = number === undefined ? { t: 's', v: shown } : { t: 'n', v: number };
    }
  }
  cells['!ref'] = 'A1:AG10';
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, cells, '自评表');
  return new Uint8Array(write(workbook, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer);
}

test('from the reader through the feedback to the reader they stay the texts they were', async () => {
  await fc.assert(
    fc.asyncProperty(attack, async (text) => {
      const judgement = judge(await read(sent(text)), judgeContext());
      const { table, findings } = judgement;
      if (table === null) throw new Error('no table');
      const stored = table.rows[0]?.entries['projectName']?.text ?? '';
      const bytes = await writeWorkbook(
        feedbackWorkbook({ table, findings, fileName: text, period: '2021' }),
      );
      const again = await read(bytes);
      const texts = again.sheets.flatMap(({ rows }) =>
        [...rows.values()].flatMap((row) => [...row.values()].map((cell) => cell.text)),
      );
      expect(texts).toContain(stored);
      expect(formulasOf(bytes).filter((formula) => !OURS.test(formula))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

/** What we write as formulas ourselves: links within the workbook, sums. */
const OURS = /^(HYPERLINK\("#'[^']*'![A-Z]+\d+","[^"]*"\)|SUM\([A-Z]+\d+:[A-Z]+\d+\))$/;

const formulasOf = (bytes: Uint8Array): readonly string[] =>
  Object.values(readBySheetJs(bytes, { cellFormula: true }).Sheets).flatMap((sheet) =>
    Object.values(sheet).flatMap((cell) =>
      typeof cell === 'object' && cell !== null && 'f' in cell ? [String(cell.f)] : [],
    ),
  );

test('what we hand out as CSV is the printed table, which guards such texts, and the summary', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const writers = globSync('{shared,functions,local}/**/*.ts', { cwd: root }).filter(
    (file) =>
      !file.endsWith('.test.ts') &&
      /text(?:\/|#2F)csv|sheet_to_csv|bookType: 'csv'|\.csv\.write/.test(
        readFileSync(root + file, 'utf8'),
      ),
  );
  // The summary's guard has its own tests: shared/sheets/summary-csv.test.ts; the API hands it out.
  expect(writers.sort()).toEqual([
    'functions/api/routes/summary.ts',
    'shared/outputs.ts',
    'shared/paint/attached-data.ts',
  ]);
  const { recordSet } = judge({ ok: true, sheets: [sheetOf([GOOD_ROW])] }, judgeContext());
  if (recordSet === null) throw new Error('no table');
  const { columns, ...table } = printedTable(recordSet, longgang2021);
  fc.assert(
    fc.property(attack, (text) => {
      const rows = [[text, '-12.50', '+3%', `-${'9'.repeat(30_000)}x`]];
      const [, line = ''] = printedCsv({ ...table, columns: columns.slice(0, 4), rows }).split(
        /\r\n/,
      );
      expect(line).toMatch(/^"?'|^"?[^=+@\-＝＋－＠\t\r]/u);
      expect(line).toContain(",-12.50,+3%,'-999");
    }),
  );
});
