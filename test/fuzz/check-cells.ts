import type { Cell, CellAddress, Sheet } from '../../shared/cells/cell.ts';
import type { ReadResult } from '../../shared/cells/read-result.ts';

/** The number of a column's letters, from 1; 0 for what is no column. */
export function columnNumber(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return 0;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** What is wrong with the sheets a file was read into, whatever the file is. */
export function cellProblems(read: ReadResult): readonly string[] {
  if (!read.ok) return typeof read.refusal.kind === 'string' ? [] : ['a refusal without a kind'];
  if (read.sheets.length === 0) return ['read, but without sheets'];
  return read.sheets.flatMap(sheetProblems);
}

const SHOWN_PROBLEMS = 3;

function sheetProblems(sheet: Sheet): readonly string[] {
  const problems: string[] = [];
  for (const [row, cells] of sheet.rows) {
    for (const [column, cell] of cells) {
      if (problems.length >= SHOWN_PROBLEMS) return problems;
      if (!isAt(cell.at, sheet.name, row, column)) {
        problems.push(`row ${row} column ${column} holds the address ${JSON.stringify(cell.at)}`);
      }
      problems.push(...valueProblems(cell));
    }
  }
  const badMerge = sheet.merges.find(
    ({ top, left, bottom, right }) => !(top >= 1 && left >= 1 && bottom >= top && right >= left),
  );
  if (badMerge !== undefined) problems.push(`a merge ${JSON.stringify(badMerge)}`);
  return problems;
}

const isAt = (at: CellAddress, sheet: string, row: number, column: number): boolean =>
  Number.isInteger(row) &&
  row >= 1 &&
  at.sheet === sheet &&
  at.row === row &&
  columnNumber(at.column) === column &&
  at.cell === `${at.column}${at.row}`;

/** Control characters but the line break, zero-width and direction marks, no-characters. */
const UNCLEAN = /[^\P{Cc}\n]|[\u200b-\u200f\u202a-\u202e\ufeff\ufffe\uffff]/u;

function valueProblems({
  at,
  text,
  number,
  isDate,
  isError,
  isUncomputed,
}: Cell): readonly string[] {
  const problems: string[] = [];
  const say = (what: string): void => void problems.push(`${at.cell}: ${what}`);
  if (typeof text !== 'string') say(`its text is a ${typeof text}`);
  else if (UNCLEAN.test(text)) say(`its text holds ${JSON.stringify(UNCLEAN.exec(text)?.[0])}`);
  else if (!text.isWellFormed()) say('its text holds half a character');
  if (number !== undefined && !Number.isFinite(number)) say(`its number is ${number}`);
  if (number !== undefined && (isDate || isError || isUncomputed)) say('a number that is none');
  return problems;
}
