import { leafTitle, leaves } from '../../templates/form.ts';
import { addressOf, type CellAddress } from '../cells/cell.ts';
import { namesContact } from './contacts.ts';
import type { Header } from './find-header.ts';
import { type NearTitle, nearTitles, typedTitle } from './near-titles.ts';
import type { MisspeltTitle, NoTable } from './row.ts';

/** First cell of a header; of one without any known column the first of its row. */
export const headerStart = ({ sheet, firstRow, columns }: Header): CellAddress =>
  addressOf(sheet.name, firstRow, columns.size === 0 ? 1 : Math.min(...columns.values()));

/** What can be said of a workbook without a table: what came nearest to a header, and what it lacks. */
export function noTableBut(header: Header | undefined, hiddenSheet: string | null): NoTable {
  if (header === undefined) return { nearest: null, hiddenSheet };
  const expected = leaves(header.form.columns).filter(({ type }) => type !== 'extension').length;
  const columns = header.unknown.filter((column) => !namesContact(typedTitle(column)));
  const near = nearTitles(header.missing, columns);
  const resembled = new Set(near.map(({ field }) => field));
  return {
    nearest: {
      form: header.form.id,
      sheet: header.sheet.name,
      matched: expected - header.missing.length,
      of: expected,
      misspelt: misspeltTitles(near),
      missing: header.missing
        .filter(({ leaf }) => !resembled.has(leaf.field))
        .map((path) => leafTitle(path).zh),
      at: headerStart(header),
    },
    hiddenSheet,
  };
}

/** Each cell once: a misspelt group stands above several columns. */
function misspeltTitles(near: readonly NearTitle[]): readonly MisspeltTitle[] {
  const byCell = new Map(near.map((title) => [title.at.cell, title]));
  return [...byCell.values()]
    .sort((a, b) => a.at.row - b.at.row || a.column - b.column)
    .map(({ text, at, expected }) => ({ text, at, expected }));
}
