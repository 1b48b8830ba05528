import type { Leaf } from '../../templates/form.ts';
import type { Cell, CellAddress } from '../cells/cell.ts';
import type { AmountUnit } from '../money.ts';
import type { MergedCells } from './merged-cells.ts';
import { readFigure } from './read-figure.ts';
import { readText } from './read-text.ts';
import type { Entry, NormalisationKind } from './row.ts';
import type { PlannedColumn } from './row-plan.ts';

/** Where the values of a row come from. */
export interface RowSource {
  readonly sheet: string;
  /** The sheet's row number. */
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
  readonly merged: MergedCells;
  /** Unit of amounts that name none. */
  readonly unit: AmountUnit;
}

/** What stands in a column of a row, as it is understood, at the address where it was typed. */
export function readEntry({ leaf, column, letter }: PlannedColumn, source: RowSource): Entry {
  const cell = source.cells.get(column);
  const at = cell?.at ?? blankAddress(source, letter);
  if (leaf.type === 'money' || leaf.type === 'rate') {
    const { figure, normalised } = readFigure(cell, leaf, source.unit);
    return { at, text: cell?.text ?? '', figure, ...told(cell, normalised) };
  }
  const typed = isShared(leaf) ? typedText(column, source) : (cell?.text ?? '');
  if (NAMES.has(leaf.field)) return { at, text: typed, ...told(cell, []) };
  const { text, normalised } = readText(typed);
  return { at, text, ...told(cell, normalised) };
}

/** A free text of a column that the form does not have, such as an added indicator. */
export const extraText = (column: number, source: RowSource): string =>
  readText(typedText(column, source)).text;

/** Names are kept as typed: they are printed, and compared by `comparableName`. */
const NAMES: ReadonlySet<string> = new Set(['unitName', 'projectName']);

/** A unit or a goal merged over several projects holds for each; two projects cannot share a name. */
const isShared = ({ type, field }: Leaf): boolean => type === 'text' && field !== 'projectName';

const typedText = (column: number, { cells, merged, row }: RowSource): string =>
  cells.get(column)?.text ?? merged.textAt(row, column);

/** What cleaning the cell and reading its value changed, if anything. */
function told(
  cell: Cell | undefined,
  read: readonly NormalisationKind[],
): Pick<Entry, 'normalised'> {
  const normalised = [...(cell?.cleaned ?? []), ...read];
  return normalised.length === 0 ? {} : { normalised };
}

const blankAddress = ({ sheet, row }: RowSource, letter: string): CellAddress => ({
  sheet,
  cell: `${letter}${row}`,
  row,
  column: letter,
});
