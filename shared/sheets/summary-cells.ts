import { addFen, type Fen, wanYuan } from '../money.ts';
import { NO_FIGURE } from '../records/record.ts';
import {
  type CellModel,
  formulaCell,
  numberCell,
  type StyleName,
  textCell,
} from './workbook-model.ts';

/** Excel number format of amounts in 万元. */
export const MONEY_FORMAT = '#,##0.00';

/** Excel number format of rates, which are stored as ratios: 0.9862 shows as 98.62%. */
export const RATE_FORMAT = '0.00%';
export const COUNT_FORMAT = '#,##0';

/** Decimals of 万元 down to one fen: differences of doubles are rounded to them. */
const FEN_PLACES = 6;

/** Budget and actual expenditure: of both a cell's address, or of both an amount in fen. */
export interface Spending<Value> {
  readonly budget: Value;
  readonly actual: Value;
}

/** An amount in 万元; — where none is stated. */
export const amountCell = (fen: Fen | null, style: StyleName): CellModel =>
  fen === null ? textCell(NO_FIGURE, style) : numberCell(wanYuan(fen), style, MONEY_FORMAT);

/** A live sum of amounts; `fen` is what it comes to, — where none of its parts states any. */
export const amountFormula = (formula: string, fen: Fen | null, style: StyleName): CellModel =>
  fen === null
    ? textCell(NO_FIGURE, style)
    : formulaCell(formula, wanYuan(fen), style, MONEY_FORMAT);

/** A number of projects. */
export const countCell = (count: number, style: StyleName): CellModel =>
  numberCell(count, style, COUNT_FORMAT);

/** A live number of projects; `count` is what it comes to. */
export const countFormula = (formula: string, count: number, style: StyleName): CellModel =>
  formulaCell(formula, count, style, COUNT_FORMAT);

/** Actual ÷ budget of two cells; — where nothing was budgeted. */
export const rateFormula = (
  cells: Spending<string>,
  { budget, actual }: Spending<Fen>,
  style: StyleName,
): CellModel =>
  formulaCell(
    `IF(${cells.budget}=0,"${NO_FIGURE}",${cells.actual}/${cells.budget})`,
    budget === 0 ? NO_FIGURE : actual / budget,
    style,
    RATE_FORMAT,
  );

/** What two cells leave unspent (未执行); less than nothing where more was spent than budgeted. */
export const unspentFormula = (
  cells: Spending<string>,
  { budget, actual }: Spending<Fen>,
  style: StyleName,
): CellModel =>
  amountFormula(
    `ROUND(${cells.budget}-${cells.actual},${FEN_PLACES})`,
    addFen([budget, -actual]),
    style,
  );
