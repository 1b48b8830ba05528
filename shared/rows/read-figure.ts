import type { Leaf } from '../../templates/form.ts';
import type { Cell } from '../cells/cell.ts';
import { type Decimal, decimalOfNumber, roundDecimal } from '../decimal.ts';
import { type AmountUnit, amountIn } from '../money.ts';
import { rateFromDecimal } from '../rate.ts';
import { saysNothing } from './nothing-words.ts';
import { type PlainNumber, plainNumber } from './plain-number.ts';
import type { Figure, FigureFault, NormalisationKind } from './row.ts';

/** What a money or rate cell states, and how it had to be read. */
export interface FigureReading {
  readonly figure: Figure;
  readonly normalised: readonly NormalisationKind[];
}

const reading = (figure: Figure, normalised: readonly NormalisationKind[] = []): FigureReading => ({
  figure,
  normalised,
});

const fault = (kind: FigureFault): FigureReading => reading({ kind: 'fault', fault: kind });

/** Reads a money or rate cell; one that is absent is blank. Bare amounts are in `tableUnit`. */
export function readFigure(
  cell: Cell | undefined,
  leaf: Leaf,
  tableUnit: AmountUnit = '万元',
): FigureReading {
  if (cell === undefined) return reading({ kind: 'blank' });
  if (cell.isUncomputed) return fault('no-stored-result');
  if (cell.isError) return fault('error-value');
  if (cell.isDate) return fault('date');
  if (cell.number === undefined && saysNothing(cell.text)) return reading({ kind: 'blank' });
  const shown = plainNumber(cell.text);
  const stored = storedIn(cell, shown);
  if (stored === undefined || !suits(shown, cell, leaf)) return fault('not-a-number');
  if (stored.digits < 0n) return fault('negative');
  const typed = { stored, shown, isText: cell.number === undefined };
  return leaf.type === 'rate' ? rateReading(typed, leaf) : amountReading(typed, tableUnit);
}

/** Every number of so many characters or fewer is the decimal that its own text says. */
const SURE_DIGITS = 15;

/** What the cell holds. Most texts are the stored number as it is, and have been read already. */
const storedIn = ({ number, text }: Cell, shown: PlainNumber): Decimal | undefined =>
  number === undefined || (text.length <= SURE_DIGITS && text === String(number))
    ? shown.value
    : decimalOfNumber(number);

/** A percentage is no amount, and an amount with its unit is no rate. */
function suits({ percent, unit }: PlainNumber, { number }: Cell, { type }: Leaf): boolean {
  return type === 'rate' ? unit === null : number !== undefined || !percent;
}

interface TypedNumber {
  /** What the cell holds. */
  readonly stored: Decimal;
  /** What its reader sees. */
  readonly shown: PlainNumber;
  readonly isText: boolean;
}

function amountReading({ stored, shown, isText }: TypedNumber, tableUnit: AmountUnit) {
  // A number format may show 35万元 for a stored 35, so the unit holds for numbers too.
  const unit = shown.unit ?? tableUnit;
  const amount = amountIn(unit, stored, shown.value?.places ?? 0);
  if (amount === undefined) return fault('too-large');
  const normalised: NormalisationKind[] = textKinds(shown, isText);
  if (unit !== '万元') normalised.push(shown.unit === null ? 'converted-table' : 'converted-cell');
  else if (isText && (shown.unit !== null || shown.currency)) normalised.push('unit-in-cell');
  return reading({ kind: 'amount', amount }, normalised);
}

/** Decimals of the ratio that a form's notation prints. */
const printedPlaces = (leaf: Leaf): number => (leaf.format === '0.00%' ? 4 : 7);

/**
 * A rate is taken at the precision its reader sees. A formula stores 16 digits, so the stored value
 * is cut to what the form prints, or to what the cell shows where that is finer.
 */
function rateReading({ stored, shown, isText }: TypedNumber, leaf: Leaf): FigureReading {
  const shownPlaces = shown.value?.places ?? 0;
  const places = Math.max(Math.min(stored.places, printedPlaces(leaf)), shownPlaces);
  const rate = rateFromDecimal(roundDecimal(stored, places));
  if (rate === undefined) return fault('too-large');
  return reading({ kind: 'rate', rate }, textKinds(shown, isText));
}

const textKinds = ({ fullWidth }: PlainNumber, isText: boolean): NormalisationKind[] => {
  if (!isText) return [];
  return fullWidth ? ['full-width-figure'] : ['text-figure'];
};
