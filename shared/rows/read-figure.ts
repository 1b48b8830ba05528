import type { Leaf } from '../../templates/form.ts';
import type { Cell } from '../cells/cell.ts';
import { type Decimal, decimalOfNumber, parseDecimal, roundDecimal } from '../decimal.ts';
import { amountFromWanYuan } from '../money.ts';
import { rateFromDecimal } from '../rate.ts';
import type { Figure, FigureFault } from './row.ts';

const fault = (kind: FigureFault): Figure => ({ kind: 'fault', fault: kind });

/** Typed where there is nothing to state; a blank figure, not a zero. */
const DASHES = new Set(['', '-', '--', '—', '——', '–', '/', '\\']);

/** What a money or rate cell states; a cell that is absent is blank. */
export function readFigure(cell: Cell | undefined, leaf: Leaf): Figure {
  if (cell === undefined) return { kind: 'blank' };
  if (cell.isUncomputed) return fault('no-stored-result');
  if (cell.isError) return fault('error-value');
  const shown = plainNumber(cell.text);
  if (cell.number === undefined && DASHES.has(shown.text)) return { kind: 'blank' };
  const stored = cell.number === undefined ? shown.value : decimalOfNumber(cell.number);
  if (stored === undefined) return fault('not-a-number');
  if (stored.digits < 0n) return fault('negative');
  return leaf.type === 'rate'
    ? rateFigure(stored, shown.value?.places ?? 0, leaf)
    : amountFigure(stored, shown.value?.places ?? 0);
}

function amountFigure(stored: Decimal, shownPlaces: number): Figure {
  const amount = amountFromWanYuan(stored, shownPlaces);
  return amount === undefined ? fault('too-large') : { kind: 'amount', amount };
}

/** Decimals of the ratio that a form's notation prints. */
const printedPlaces = (leaf: Leaf): number => (leaf.format === '0.00%' ? 4 : 7);

/**
 * A rate is taken at the precision its reader sees. A formula stores 16 digits, so the stored value
 * is cut to what the form prints, or to what the cell shows where that is finer.
 */
function rateFigure(stored: Decimal, shownPlaces: number, leaf: Leaf): Figure {
  const places = Math.max(Math.min(stored.places, printedPlaces(leaf)), shownPlaces);
  const rate = rateFromDecimal(roundDecimal(stored, places));
  return rate === undefined ? fault('too-large') : { kind: 'rate', rate };
}

interface PlainNumber {
  readonly text: string;
  readonly value: Decimal | undefined;
}

/** Reads what a clerk types for a number: １，２３４．５０, ¥98, 62.1万元, 98.64％. */
function plainNumber(typed: string): PlainNumber {
  const text = typed
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^[¥￥]/u, '')
    .replace(/万元$/u, '');
  const percent = text.endsWith('%');
  const digits = (percent ? text.slice(0, -1) : text).replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const value = parseDecimal(digits);
  if (value === undefined || !percent) return { text, value };
  return { text, value: { digits: value.digits, places: value.places + 2 } };
}
