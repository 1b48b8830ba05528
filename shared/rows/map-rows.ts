import type { Leaf } from '../../templates/form.ts';
import type { Cell, CellAddress } from '../cells/cell.ts';
import { classifyRow } from './classify-row.ts';
import type { Header } from './find-header.ts';
import type { RowRange } from './header-blocks.ts';
import { type MergedCells, mergedCells } from './merged-cells.ts';
import { mergedOverProjects } from './merged-over-projects.ts';
import { readFigure } from './read-figure.ts';
import type { Entry, ExtraIndicator, LeftOutRow, MergedOverProjects, Row } from './row.ts';
import { type PlannedColumn, type RowPlan, rowPlan } from './row-plan.ts';
import { sectionSums } from './section-sums.ts';

type CellsOfRow = ReadonlyMap<number, Cell>;

/** The lines under a header: the projects, and what was left out as none. */
export interface MappedRows {
  readonly rows: readonly Row[];
  readonly leftOut: readonly LeftOutRow[];
  readonly mergedOverProjects: readonly MergedOverProjects[];
}

/**
 * The projects under a header down to row `to`, each value with the address it was typed at. Sums,
 * notes, bare serials are left out, and said to be; blank lines and `repeated` headers say nothing.
 */
export function mapRows(
  header: Header,
  to = Number.POSITIVE_INFINITY,
  repeated: readonly RowRange[] = [],
): MappedRows {
  const plan = rowPlan(header);
  const merged = mergedCells(header.sheet, header.lastRow, plan.lastColumn);
  const inRepeated = new Set(
    repeated.flatMap(({ firstRow, lastRow }) =>
      Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index),
    ),
  );
  const nameColumn = header.columns.get('projectName') ?? 0;
  const rows: Row[] = [];
  const leftOut: LeftOutRow[] = [];
  for (const number of rowNumbers(header, to)) {
    if (inRepeated.has(number)) continue;
    const cells = merged.visible(number, header.sheet.rows.get(number) ?? new Map<number, Cell>());
    const overName = merged.at(number, nameColumn);
    const isUnderName = overName !== undefined && overName.top < number && rows.length > 0;
    const kind = classifyRow(cells, plan, isUnderName);
    if (kind === 'blank' || kind === 'header') continue;
    const row = mapRow(number, cells, merged, plan);
    if (kind === 'project') rows.push(row);
    else leftOut.push({ kind, row });
  }
  const mapped = sectionSums({ rows, leftOut });
  return { ...mapped, mergedOverProjects: mergedOverProjects(plan, merged, mapped.rows) };
}

const rowNumbers = ({ sheet, lastRow }: Header, to: number): readonly number[] =>
  [...sheet.rows.keys()].filter((row) => row > lastRow && row <= to).sort((a, b) => a - b);

function mapRow(number: number, cells: CellsOfRow, merged: MergedCells, plan: RowPlan): Row {
  // A copy of an object with all the keys: one that grows key by key takes several times as long.
  const entries: Record<string, Entry> = { ...plan.entries };
  const extraIndicators: ExtraIndicator[] = [];
  for (const planned of plan.columns) {
    const entry = entryAt(number, planned, cells, merged, plan.header.sheet.name);
    const { field, type } = planned.leaf;
    entries[field] = entry;
    if (type === 'extension' && entry.text !== '') {
      extraIndicators.push({ field, title: '', target: entry.text, actual: '' });
    }
  }
  for (const { field, title, target, actual } of plan.header.extras) {
    const texts = {
      target: textAt(number, target, cells, merged),
      actual: actual === null ? '' : textAt(number, actual, cells, merged),
    };
    if (texts.target !== '' || texts.actual !== '')
      extraIndicators.push({ field, title, ...texts });
  }
  return { number, entries, extraIndicators };
}

function entryAt(
  row: number,
  { leaf, column, letter }: PlannedColumn,
  cells: CellsOfRow,
  merged: MergedCells,
  sheet: string,
): Entry {
  const cell = cells.get(column);
  const at = cell?.at ?? blankAddress(sheet, row, letter);
  if (leaf.type === 'money' || leaf.type === 'rate') {
    return { at, text: cell?.text ?? '', figure: readFigure(cell, leaf) };
  }
  return { at, text: isShared(leaf) ? textAt(row, column, cells, merged) : (cell?.text ?? '') };
}

/** A unit or a goal merged over several projects holds for each; two projects cannot share a name. */
const isShared = ({ type, field }: Leaf): boolean => type === 'text' && field !== 'projectName';

const textAt = (row: number, column: number, cells: CellsOfRow, merged: MergedCells): string =>
  cells.get(column)?.text ?? merged.textAt(row, column);

const blankAddress = (sheet: string, row: number, letter: string): CellAddress => ({
  sheet,
  cell: `${letter}${row}`,
  row,
  column: letter,
});
