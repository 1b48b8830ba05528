import { type CellObject, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { addressOf, type Cell, type Merge, type Sheet } from './cell.ts';
import { cleanText } from './clean-text.ts';
import { MAX_CELLS, MAX_MERGES, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from './limits.ts';
import type { ReadResult } from './read-result.ts';

/** The vendor's workbook as our sheets; refused when it holds more than a table can. */
export function sheetsOf(workbook: WorkBook): ReadResult {
  const sheets: Sheet[] = [];
  let cells = 0;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const source = workbook.Sheets[name];
    if (source === undefined) continue;
    const data = source['!data'] ?? [];
    const merges = source['!merges'] ?? [];
    const rows = rowsOf(name, data);
    for (const row of rows.values()) cells += row.size;
    // Rows that only carry borders down the sheet are no rows: clerks format whole columns.
    if (rows.has(MAX_SHEET_ROWS + 1) || cells > MAX_CELLS || merges.length > MAX_MERGES) {
      return { ok: false, refusal: { kind: 'too-heavy' } };
    }
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push({ name, hidden, hiddenRows: new Set(), rows, merges: merges.map(asMerge) });
  }
  return sheets.length === 0 ? { ok: false, refusal: { kind: 'damaged' } } : { ok: true, sheets };
}

type DenseData = NonNullable<WorkSheet['!data']>;

function rowsOf(sheet: string, data: DenseData): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>();
  // Dense data is sparse in fact: forEach visits only the rows and cells that exist.
  data.forEach((cells, rowIndex) => {
    const row = new Map<number, Cell>();
    cells?.forEach((source, columnIndex) => {
      if (columnIndex >= MAX_SHEET_COLUMNS || source === undefined || source === null) return;
      const cell = cellOf(sheet, rowIndex + 1, columnIndex + 1, source);
      if (cell !== undefined) row.set(columnIndex + 1, cell);
    });
    if (row.size > 0) rows.set(rowIndex + 1, row);
  });
  return rows;
}

function cellOf(sheet: string, row: number, column: number, source: CellObject): Cell | undefined {
  const at = addressOf(sheet, row, column);
  if (source.t === 'z') {
    // A formula of an .ods that comes to an empty text is shown as one; one without a result is not.
    const isUncomputed = source.f !== undefined && source.w === undefined;
    return isUncomputed ? { at, text: '', isUncomputed } : undefined;
  }
  const text = cleanText(source.w ?? String(source.v ?? ''));
  if (source.t === 'e') return { at, text: text === '' ? '#ERROR!' : text, isError: true };
  if (text === '') return undefined;
  // A date is stored as a number of days; taken for money it would be one that nobody typed.
  if (isDate(source)) return { at, text, isDate: true };
  if (source.t !== 'n' || typeof source.v !== 'number') return { at, text };
  return { at, text, number: source.v, ...(isPercent(source) ? { isPercent: true } : {}) };
}

const isDate = ({ t, z }: CellObject): boolean =>
  t === 'n' && z !== undefined && SSF.is_date(String(z)) === true;

const isPercent = ({ z }: CellObject): boolean => z !== undefined && String(z).includes('%');

const asMerge = (range: { s: { r: number; c: number }; e: { r: number; c: number } }): Merge => ({
  top: range.s.r + 1,
  left: range.s.c + 1,
  bottom: range.e.r + 1,
  right: range.e.c + 1,
});
