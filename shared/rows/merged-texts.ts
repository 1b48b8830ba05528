import type { Sheet } from '../cells/cell.ts';

/** The text that a merge down a column shows at a row; empty where no merge covers the cell. */
export type MergedTexts = (row: number, column: number) => string;

/** Cells covered by merges that are looked at; a table of 5,000 projects needs far fewer. */
const MOST_COVERED = 100_000;

/** What merges down a single column show below row `above`. */
export function mergedTexts(sheet: Sheet, above: number): MergedTexts {
  const covered = new Map<number, Map<number, string>>();
  let count = 0;
  for (const { top, bottom, left, right } of sheet.merges) {
    const text = sheet.rows.get(top)?.get(left)?.text;
    if (text === undefined || left !== right || top <= above) continue;
    count += bottom - top;
    if (count > MOST_COVERED) break;
    const column = covered.get(left) ?? new Map<number, string>();
    for (let row = top; row <= bottom; row += 1) column.set(row, text);
    covered.set(left, column);
  }
  return (row, column) => covered.get(column)?.get(row) ?? '';
}
