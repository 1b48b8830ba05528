import { type Leaf, leaves } from '../../templates/form.ts';
import { addressOf, type Cell } from '../cells/cell.ts';
import { classifyRow } from './classify-row.ts';
import type { Header } from './find-header.ts';
import { headerText } from './header-text.ts';
import { type MergedTexts, mergedTexts } from './merged-texts.ts';
import { projectCodeColumn } from './project-code.ts';
import { readFigure } from './read-figure.ts';
import type { Entry, ExtraIndicator, LeftOutRow, Row } from './row.ts';

type CellsOfRow = ReadonlyMap<number, Cell>;

/** The lines under a header: the projects, and what was left out as none. */
export interface MappedRows {
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOutRow[];
}

/**
 * The projects under a header, each value with the address it was typed at. Sums, notes, bare serials
 * are left out, and said to be; blank lines and headers repeated for printing say nothing.
 */
export function mapRows(header: Header): MappedRows {
  const titles = headerTitles(header);
  const merged = mergedTexts(header.sheet, header.lastRow);
  const rows: Row[] = [];
  const leftOut: LeftOutRow[] = [];
  const numbers = [...header.sheet.rows.keys()].filter((number) => number > header.lastRow);
  for (const number of numbers.sort((a, b) => a - b)) {
    const cells = header.sheet.rows.get(number) ?? new Map<number, Cell>();
    const kind = classifyRow(cells, header, titles);
    if (kind === 'blank' || kind === 'header') continue;
    const row = mapRow(number, cells, merged, header);
    if (kind === 'project') rows.push(row);
    else leftOut.push({ kind, row });
  }
  return { rows, leftOut };
}

function mapRow(number: number, cells: CellsOfRow, merged: MergedTexts, header: Header): Row {
  const entries: Record<string, Entry> = {};
  const extraIndicators: ExtraIndicator[] = [];
  for (const leaf of leaves(header.form.columns)) {
    const column = header.columns.get(leaf.field);
    if (column === undefined) continue;
    const entry = entryAt(number, column, cells, merged, header.sheet.name, leaf);
    entries[leaf.field] = entry;
    if (leaf.type === 'extension' && entry.text !== '') {
      extraIndicators.push({ field: leaf.field, title: '', target: entry.text, actual: '' });
    }
  }
  for (const { field, title, target, actual } of header.extras) {
    const texts = { target: cells.get(target)?.text ?? '', actual: cells.get(actual)?.text ?? '' };
    if (texts.target !== '' || texts.actual !== '')
      extraIndicators.push({ field, title, ...texts });
  }
  const projectCode = cells.get(projectCodeColumn(header.unknown) ?? 0)?.text ?? '';
  return { number, entries, extraIndicators, ...(projectCode === '' ? {} : { projectCode }) };
}

function entryAt(
  row: number,
  column: number,
  cells: CellsOfRow,
  merged: MergedTexts,
  sheet: string,
  leaf: Leaf,
): Entry {
  const cell = cells.get(column);
  const at = cell?.at ?? addressOf(sheet, row, column);
  if (leaf.type === 'money' || leaf.type === 'rate') {
    return { at, text: cell?.text ?? '', figure: readFigure(cell, leaf) };
  }
  // A unit or a goal merged over several projects holds for each; two projects cannot share a name.
  const isShared = leaf.type === 'text' && leaf.field !== 'projectName';
  return { at, text: cell?.text ?? (isShared ? merged(row, column) : '') };
}

/** Every text of the header, to know it when it is repeated further down. */
function headerTitles(header: Header): ReadonlySet<string> {
  const titles = new Set<string>();
  for (let row = header.firstRow; row <= header.lastRow; row += 1) {
    for (const cell of header.sheet.rows.get(row)?.values() ?? [])
      titles.add(headerText(cell.text));
  }
  return titles;
}
