import { type Leaf, leaves } from '../../templates/form.ts';
import { isAmountUnit, wanYuan } from '../money.ts';
import { rateNumber } from '../rate.ts';
import { readFigure } from '../rows/read-figure.ts';
import type { Entry, LeftOutRow, Row, Table } from '../rows/row.ts';
import { addedText, type ShownForm } from './added-indicators.ts';
import { cellText } from './excel-limits.ts';
import { type ColumnSpan, styleOfLeaf } from './official-table.ts';
import { typedFigure } from './typed-figure.ts';
import { blankCell, type CellModel, numberCell, textCell } from './workbook-model.ts';

/** The unit that amounts are shown in, as the form prints it. */
export const SHOWN_UNIT = '万元';

/** A line below the header: a project, or what the unit wrote between or below them. */
export interface ShownLine {
  readonly kind: 'project' | LeftOutRow['kind'];
  readonly row: Row;
}

/** Every line of the unit's table in its own order: projects, sums, notes, bare serials. */
export const shownLines = ({ rows, leftOut }: Table): readonly ShownLine[] =>
  [...rows.map((row) => ({ kind: 'project' as const, row })), ...leftOut].sort(
    (a, b) => a.row.number - b.row.number,
  );

/** The cells of a line, as typed. */
export function lineCells({ kind, row }: ShownLine, { form, added }: ShownForm) {
  const columns = leaves(form.columns);
  if (kind === 'note') return columns.map((leaf) => noteCell(row, leaf));
  return columns.map((leaf): CellModel => {
    const column = added.get(leaf.field);
    if (column !== undefined) return textCell(cellText(addedText(row, column)), styleOfLeaf(leaf));
    const cell = typedCell(row.entries[leaf.field], leaf);
    return kind === 'sum' ? asTotal(cell, leaf) : cell;
  });
}

const asTotal = (cell: CellModel, leaf: Leaf): CellModel => ({
  ...cell,
  style: leaf.align === 'right' ? 'totalFigure' : 'total',
});

const noteCell = (row: Row, leaf: Leaf): CellModel => {
  const text = row.entries[leaf.field]?.text ?? '';
  return text === '' ? blankCell('bare') : textCell(cellText(text), 'bare');
};

/** A note runs on to the next one in its line, or to the end of the table. */
export function noteSpans(cells: readonly CellModel[]): readonly ColumnSpan[] {
  const starts = cells.flatMap(({ content }, column) => (content.kind === 'blank' ? [] : [column]));
  return starts
    .map((from, index) => ({ from, to: (starts[index + 1] ?? cells.length) - 1 }))
    .filter(({ from, to }) => to > from);
}

function typedCell(entry: Entry | undefined, leaf: Leaf): CellModel {
  const style = styleOfLeaf(leaf);
  const typed = entry?.text ?? '';
  const value = figureOf(leaf, entry);
  if (value === undefined || entry === undefined) return textCell(cellText(typed), style);
  const cell = typedFigure(typed, value, style, leaf.format);
  // A text that would be read as another figure: typed in 元, or shown rounded by a format of its own.
  return cell.content.kind === 'text' && isReadOtherwise(entry, leaf)
    ? numberCell(value, style, leaf.format)
    : cell;
}

/** The number a figure was read as; undefined where the cell holds none. */
function figureOf(leaf: Leaf, entry: Entry | undefined): number | undefined {
  if (leaf.type === 'serial') return serialOf(entry?.text ?? '');
  if (entry?.figure?.kind === 'amount') return wanYuan(entry.figure.amount.fen);
  return entry?.figure?.kind === 'rate' ? rateNumber(entry.figure.rate) : undefined;
}

const serialOf = (typed: string): number | undefined =>
  /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined;

/** True when a cell's figure is another than its text alone would give. */
function isReadOtherwise({ at, text, figure }: Entry, leaf: Leaf): boolean {
  const digits = readFigure({ at, text }, leaf).figure;
  if (figure?.kind === 'amount') {
    return digits.kind !== 'amount' || digits.amount.fen !== figure.amount.fen;
  }
  if (figure?.kind !== 'rate') return false;
  return digits.kind !== 'rate' || rateNumber(digits.rate) !== rateNumber(figure.rate);
}

/** True when the amounts of a table were stated in another unit and converted to 万元. */
export const isInAnotherUnit = ({ amountUnit }: Table): boolean =>
  amountUnit !== null && amountUnit.text !== SHOWN_UNIT && isAmountUnit(amountUnit.text);
