import { type Leaf, leaves } from '../../templates/form.ts';
import { addressOf, type Cell } from '../cells/cell.ts';
import type { AmountUnit } from '../money.ts';
import { classifyRow } from './classify-row.ts';
import type { Header } from './find-header.ts';
import { headerText } from './header-text.ts';
import { type MergedTexts, mergedTexts } from './merged-texts.ts';
import { plainNumber } from './plain-number.ts';
import { readFigure } from './read-figure.ts';
import { readText } from './read-text.ts';
import type { Entry, ExtraIndicator, LeftOutRow, NormalisationKind, Row } from './row.ts';
import { settleRate } from './settle-rate.ts';

type CellsOfRow = ReadonlyMap<number, Cell>;

/** The lines under a header: the projects, and what was left out as none. */
export interface MappedRows {
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOutRow[];
}

/**
 * The projects under a header, each value with the address it was typed at. Sums, notes, bare serials
 * are left out, and said to be; blank lines and headers repeated for printing say nothing. Amounts
 * without a unit of their own are in `unit`.
 */
export function mapRows(header: Header, unit: AmountUnit): MappedRows {
  const titles = headerTitles(header);
  const merged = mergedTexts(header.sheet, header.lastRow);
  const rows: Row[] = [];
  const leftOut: LeftOutRow[] = [];
  const numbers = [...header.sheet.rows.keys()].filter((number) => number > header.lastRow);
  for (const number of numbers.sort((a, b) => a - b)) {
    const cells = header.sheet.rows.get(number) ?? new Map<number, Cell>();
    const kind = classifyRow(cells, header, titles);
    if (kind === 'blank' || kind === 'header') continue;
    const row = mapRow(number, cells, merged, header, unit);
    if (kind === 'project') rows.push(row);
    else leftOut.push({ kind, row });
  }
  return { rows, leftOut };
}

function mapRow(
  number: number,
  cells: CellsOfRow,
  merged: MergedTexts,
  header: Header,
  unit: AmountUnit,
): Row {
  const entries: Record<string, Entry> = {};
  const extraIndicators: ExtraIndicator[] = [];
  for (const leaf of leaves(header.form.columns)) {
    const column = header.columns.get(leaf.field);
    if (column === undefined) continue;
    const entry =
      leaf.type === 'money' || leaf.type === 'rate'
        ? figureAt(number, column, cells, header.sheet.name, leaf, unit)
        : textAt(number, column, cells, merged, header.sheet.name, leaf);
    entries[leaf.field] = entry;
    if (leaf.type === 'extension' && entry.text !== '') {
      extraIndicators.push({ field: leaf.field, title: '', target: entry.text, actual: '' });
    }
  }
  for (const { field, title, target, actual } of header.extras) {
    const texts = { target: extraText(cells.get(target)), actual: extraText(cells.get(actual)) };
    if (texts.target !== '' || texts.actual !== '')
      extraIndicators.push({ field, title, ...texts });
  }
  const rate = cells.get(header.columns.get(header.form.rate.field) ?? 0);
  const saysPercent = rate?.isPercent === true || plainNumber(rate?.text ?? '').percent;
  return settleRate({ number, entries, extraIndicators }, header.form, saysPercent);
}

const extraText = (cell: Cell | undefined): string => readText(cell?.text ?? '').text;

function figureAt(
  row: number,
  column: number,
  cells: CellsOfRow,
  sheet: string,
  leaf: Leaf,
  unit: AmountUnit,
): Entry {
  const cell = cells.get(column);
  const { figure, normalised } = readFigure(cell, leaf, unit);
  return {
    at: cell?.at ?? addressOf(sheet, row, column),
    text: cell?.text ?? '',
    figure,
    ...told(cell, normalised),
  };
}

/** Names are kept as typed: they are printed, and compared by `comparableName`. */
const NAMES: ReadonlySet<string> = new Set(['unitName', 'projectName']);

function textAt(
  row: number,
  column: number,
  cells: CellsOfRow,
  merged: MergedTexts,
  sheet: string,
  leaf: Leaf,
): Entry {
  const cell = cells.get(column);
  const at = cell?.at ?? addressOf(sheet, row, column);
  // A unit or a goal merged over several projects holds for each; two projects cannot share a name.
  const isShared = leaf.type === 'text' && leaf.field !== 'projectName';
  const typed = cell?.text ?? (isShared ? merged(row, column) : '');
  if (NAMES.has(leaf.field)) return { at, text: typed, ...told(cell, []) };
  const { text, normalised } = readText(typed);
  return { at, text, ...told(cell, normalised) };
}

/** What cleaning the cell and reading its value changed, if anything. */
function told(
  cell: Cell | undefined,
  read: readonly NormalisationKind[],
): Pick<Entry, 'normalised'> {
  const normalised = [...(cell?.cleaned ?? []), ...read];
  return normalised.length === 0 ? {} : { normalised };
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
