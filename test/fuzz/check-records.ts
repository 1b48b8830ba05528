import type { Sheet } from '../../shared/cells/cell.ts';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import type { Judgement } from '../../shared/judge.ts';
import type { ProjectRecord } from '../../shared/records/record.ts';
import type { Row, Table } from '../../shared/rows/row.ts';
import { canState } from './amounts.ts';
import { columnNumber } from './check-cells.ts';

/** What is wrong with the records of a file: each value must stand in the sheet, in its own row. */
export function recordProblems(
  read: ReadResult,
  { table, recordSet }: Judgement,
): readonly string[] {
  if (!read.ok || table === null || recordSet === null) return [];
  const sheet = read.sheets.find(({ name }) => name === table.sheet);
  if (sheet === undefined) return [`the table stands on ${table.sheet}, which there is not`];
  const { records } = recordSet;
  const numbers = records.map(({ source }) => source.row);
  const problems = numbers.some((number, index) => number <= (numbers[index - 1] ?? 0))
    ? ['records are not in the order of their rows']
    : [];
  if (records.length !== table.rows.length) problems.push('not a record a row');
  for (const [index, record] of records.entries()) {
    const row = table.rows[index];
    if (row !== undefined) problems.push(...valueProblems(record, row, table, sheet));
  }
  return problems;
}

function valueProblems(
  record: ProjectRecord,
  row: Row,
  table: Table,
  sheet: Sheet,
): readonly string[] {
  const problems: string[] = [];
  if (record.source.row !== row.number)
    problems.push(`record of ${record.source.row} for ${row.number}`);
  const unitLine = `${table.amountUnit?.text ?? ''}${unitTexts(sheet, row.number)}`;
  for (const [field, entry] of Object.entries(row.entries)) {
    const { at } = entry;
    if (at.row !== row.number || at.sheet !== sheet.name) {
      problems.push(`${field} of row ${row.number} is said to stand at ${at.cell}`);
    }
    const cell = sheet.rows.get(row.number)?.get(columnNumber(at.column));
    const fen = record.amounts[field] ?? null;
    if (fen !== null && !canState(cell, fen, unitLine)) {
      problems.push(`${field} is ${fen} fen, but ${at.cell} holds ${JSON.stringify(cell ?? null)}`);
    }
    const text = record.texts[field] ?? '';
    if (
      text !== '' &&
      bare(text) !== bare(cell?.text) &&
      !isMergedText(sheet, at.row, at.column, text)
    ) {
      problems.push(
        `${field} is “${text.slice(0, 40)}”, but ${at.cell} holds “${cell?.text.slice(0, 40)}”`,
      );
    }
  }
  return problems;
}

/** Texts above the table or in its header that name a unit of money. */
function unitTexts(sheet: Sheet, below: number): string {
  let texts = '';
  for (const [row, cells] of sheet.rows) {
    if (row >= below) continue;
    for (const { text } of cells.values()) {
      if (/单位|\((?:亿元|万元|千元|元)\)/u.test(text.normalize('NFKC')))
        texts += text.slice(0, 200);
    }
  }
  return texts;
}

/** A text without white space: what stands before Chinese punctuation is taken out of a record. */
const bare = (text = ''): string => text.replace(/\s/gu, '');

const isMergedText = (sheet: Sheet, row: number, column: string, text: string): boolean =>
  sheet.merges.some(
    ({ top, left, bottom, right }) =>
      top <= row &&
      bottom >= row &&
      left <= columnNumber(column) &&
      right >= columnNumber(column) &&
      sheet.rows.get(top)?.get(left)?.text === text,
  );
