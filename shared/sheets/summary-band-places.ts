import { largestRemainder } from '../largest-remainder.ts';
import { BANDS, type Band, LOW_BANDS, type Share } from '../submission-figures.ts';
import { SHEETS } from './summary-names.ts';

/*
 * Where the figures of 率段分布 stand, and the shares it tells.
 */

/** Letters of the columns of 率段分布. */
export const BAND_LETTERS = {
  projects: 'B',
  share: 'C',
  budget: 'D',
  actual: 'F',
  unspent: 'G',
} as const;

/** A figure of that sheet. */
export type BandFigure = keyof typeof BAND_LETTERS;

/** Rows of a block of that sheet: each band's, that of all, that of all below `LOW_PERCENT`. */
export interface BandRows {
  readonly first: number;
  readonly last: number;
  readonly of: (band: Band) => number;
  readonly total: number;
  readonly low: number;
}

function bandRows(first: number): BandRows {
  const last = first + BANDS.length - 1;
  return {
    first,
    last,
    of: (band) => first + BANDS.indexOf(band),
    total: last + 1,
    low: last + 2,
  };
}

/** The block with every project. */
export const BAND_ROWS = bandRows(4);

/** The block with those that are approved, below the line that says so; only with a review. */
export const APPROVED_BAND_ROWS = bandRows(BAND_ROWS.low + 2);

/** A cell of that sheet, as formulas of other sheets write it. */
export const bandCell = (figure: BandFigure, row: number): string =>
  `'${SHEETS.bands}'!${BAND_LETTERS[figure]}${row}`;

/** Shares are told in hundredths of a percent. */
export const WHOLE = 10_000;

/** Shares of the projects, as ratios: they add up to 1; null where there are no projects. */
export function bandShares(bands: Readonly<Record<Band, Share>>): {
  readonly of: (band: Band) => number | null;
  readonly low: number | null;
  readonly all: number | null;
} {
  const units = largestRemainder(
    BANDS.map((band) => bands[band].projects),
    WHOLE,
  );
  const ratio = (count: number | null | undefined): number | null =>
    count === null || count === undefined ? null : count / WHOLE;
  return {
    of: (band) => ratio(units?.[BANDS.indexOf(band)]),
    low: ratio(sumOf(units, LOW_BANDS.length)),
    all: ratio(sumOf(units, BANDS.length)),
  };
}

/** What the first shares come to; null where there are none. */
export const sumOf = (shares: readonly number[] | null, lines: number): number | null =>
  shares === null ? null : shares.slice(0, lines).reduce((sum, share) => sum + share, 0);
