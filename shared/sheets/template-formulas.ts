import { type FormDefinition, type Leaf, leaves } from '../../templates/form.ts';
import { columnLetter } from '../cells/cell.ts';
import { addFen, type Fen, wanYuan } from '../money.ts';
import { computeRate, type Rate, rateNumber } from '../rate.ts';
import { NO_FIGURE } from '../records/record.ts';
import { type CellModel, formulaCell, type StyleName } from './workbook-model.ts';

/*
 * Formulas of a template. Within a row they name cells of that row only, so rows may be inserted,
 * copied and sorted; where nothing is filled in they come to an empty text, never to 0 or an error.
 * Amounts are rounded to the fen: sums of binary fractions would not be.
 */

/** Decimals of 万元 down to one fen. */
const FEN_PLACES = 6;

/** Amounts by field, as a row of a template states them. */
export type Amounts = Readonly<Record<string, Fen | null>>;

/** Decimals that the form's notation prints of a rate. */
const ratePlaces = (leaf: Leaf): number => (leaf.format === '0.00%' ? 4 : 7);

/** The parts that a total is the sum of; undefined for a column that is no total. */
export const partsOf = (form: FormDefinition, field: string): readonly string[] | undefined =>
  form.sums.find(({ total }) => total === field)?.parts;

/** What the formula of a total comes to; null where no part is stated. */
export function totalOfParts(parts: readonly string[], amounts: Amounts): Fen | null {
  const stated = parts.flatMap((part) => amounts[part] ?? []);
  return stated.length === 0 ? null : addFen(stated);
}

/** 合计 of a row: the sum of its sources. */
export function totalCell(
  form: FormDefinition,
  leaf: Leaf,
  row: number,
  total: Fen | null,
): CellModel {
  const parts = partsOf(form, leaf.field) ?? [];
  const cells = references(form, parts, row);
  return formulaCell(
    `IF(COUNT(${cells})=0,"",ROUND(SUM(${cells}),${FEN_PLACES}))`,
    total === null ? '' : wanYuan(total),
    'computedFigure',
    leaf.format,
  );
}

/** 预算支出执行率 of a row: — where nothing was budgeted, blank until both amounts are there. */
export function rateCell(
  form: FormDefinition,
  leaf: Leaf,
  row: number,
  amounts: Amounts,
  style: StyleName = 'computedFigure',
): CellModel {
  const actual = reference(form, form.rate.actual, row);
  const budget = reference(form, form.rate.budget, row);
  const ratio = `IF(${budget}=0,"${NO_FIGURE}",ROUND(${actual}/${budget},${ratePlaces(leaf)}))`;
  return formulaCell(
    `IF(AND(ISNUMBER(${actual}),ISNUMBER(${budget})),${ratio},"")`,
    rateResult(form, leaf, amounts),
    style,
    leaf.format,
  );
}

function rateResult(form: FormDefinition, leaf: Leaf, amounts: Amounts): number | string {
  const actual = amounts[form.rate.actual] ?? null;
  const budget = amounts[form.rate.budget] ?? null;
  if (actual === null || budget === null) return '';
  const rate = computeRate(actual, budget, ratePlaces(leaf));
  return rate === null ? NO_FIGURE : rateNumber(rate);
}

/** The rate as it is read back from the formula of a row; null where that shows none. */
export function rateOfFormula(form: FormDefinition, leaf: Leaf, amounts: Amounts): Rate | null {
  const actual = amounts[form.rate.actual] ?? null;
  const budget = amounts[form.rate.budget] ?? null;
  if (actual === null || budget === null) return null;
  const rate = computeRate(actual, budget, ratePlaces(leaf));
  return rate === null || leaf.format === '0.00%' ? rate : withoutZeros(rate);
}

/** General shows 0.95 and not 0.9500000, and what is shown is what is read. */
function withoutZeros(rate: Rate): Rate {
  let { scaled, places } = rate;
  while (places > 0 && scaled % 10 === 0) {
    scaled /= 10;
    places -= 1;
  }
  return { scaled, places };
}

/** The sum of a column between two rows that hold no amount, so that rows may be inserted anywhere. */
export function columnSumCell(
  form: FormDefinition,
  leaf: Leaf,
  rows: { readonly above: number; readonly below: number },
  sum: Fen | null,
): CellModel {
  const cells = `${reference(form, leaf.field, rows.above)}:${reference(form, leaf.field, rows.below)}`;
  return formulaCell(
    `IF(COUNT(${cells})=0,"",ROUND(SUM(${cells}),${FEN_PLACES}))`,
    sum === null ? '' : wanYuan(sum),
    'totalFigure',
    leaf.format,
  );
}

/** Cells of a row as a formula names them: `E7:G7` side by side, else `E7,H7`. */
function references(form: FormDefinition, fields: readonly string[], row: number): string {
  const columns = fields.map((field) => columnOf(form, field)).sort((a, b) => a - b);
  const [first = 0] = columns;
  const isBlock = columns.every((column, index) => column === first + index);
  const cells = columns.map((column) => `${columnLetter(column)}${row}`);
  return isBlock && cells.length > 1 ? `${cells[0]}:${cells.at(-1)}` : cells.join(',');
}

const reference = (form: FormDefinition, field: string, row: number): string =>
  `${columnLetter(columnOf(form, field))}${row}`;

function columnOf(form: FormDefinition, field: string): number {
  const index = leaves(form.columns).findIndex((leaf) => leaf.field === field);
  if (index < 0) throw new Error(`form ${form.id} has no field "${field}"`);
  return index + 1;
}
