import { type FormDefinition, type LeafPath, leaves } from '../../templates/form.ts';
import type { Sheet } from '../cells/cell.ts';
import { type ExtraColumns, extraColumns } from './extra-columns.ts';
import type { FormTitles } from './form-titles.ts';
import type { HeaderBlock, RowRange } from './header-blocks.ts';
import { type HeaderColumn, headerColumns, headerMerges } from './header-grid.ts';
import { type Claims, matchColumns, type RepeatedColumn } from './match-columns.ts';
import { nearTitles } from './near-titles.ts';

/** Where a form's header stands in a sheet. Rows and columns are counted from 1. */
export interface Header {
  readonly form: FormDefinition;
  readonly sheet: Sheet;
  /** The rows it was looked for in. */
  readonly block: HeaderBlock;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Field → column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields that hold money or rates. */
  readonly figures: ReadonlySet<string>;
  readonly extras: readonly ExtraColumns[];
  /** Columns that repeat the title of one further left, with the field of that one. */
  readonly repeated: readonly RepeatedColumn[];
  /** Columns with a header text of their own that is not the form's. */
  readonly unknown: readonly HeaderColumn[];
  /** Columns of the form that were not found; the `……` columns do not count. */
  readonly missing: readonly LeafPath[];
}

/** Share of a form's columns that must be there before the rest may be missing. */
const LEAST_SHARE = 2 / 3;

/** True for a header that can be read: all required columns are there, and most of the others. */
export function isComplete({ form, missing }: Pick<Header, 'form' | 'missing'>): boolean {
  const expected = leaves(form.columns).filter(({ type }) => type !== 'extension').length;
  return (
    missing.length <= expected * (1 - LEAST_SHARE) &&
    missing.every(({ leaf }) => leaf.required !== true)
  );
}

/**
 * The best match of any form's header in a block, by its texts through merged cells: not by position,
 * file name or column order. A row too many above or below, such as a bare 合计, is left out of it; one that is
 * mostly in the unit's own words is taken in where the header is whole only with it.
 */
export function findHeader(block: HeaderBlock, forms: readonly FormTitles[]): Header | undefined {
  const merges = headerMerges(block.sheet, block.firstRow - 1, block.lastRow + 1);
  const best = new Map<FormTitles, Match>();
  const has = (row: number): number => (block.sheet.rows.has(row) ? 1 : 0);
  const wider = {
    firstRow: block.firstRow - has(block.firstRow - 1),
    lastRow: block.lastRow + has(block.lastRow + 1),
  };
  for (const [firstRow, lastRow] of [...rangesWithin(block), ...rangesWithin(wider)]) {
    const isWider = firstRow < block.firstRow || lastRow > block.lastRow;
    if (isWider && [...best.values()].some(isComplete)) break;
    const columns = headerColumns(block.sheet, merges, firstRow, lastRow);
    for (const titles of forms) {
      const match = { ...matchColumns(columns, titles), firstRow, lastRow };
      const before = best.get(titles);
      if (before === undefined || match.missing.length < before.missing.length) {
        best.set(titles, match);
      }
    }
    if ([...best.values()].some(({ missing }) => missing.length === 0)) break;
  }
  const matches = [...best.values()];
  const whole = leastOf(
    matches.filter(isComplete),
    ({ missing, rest }) => missing.length + rest.length,
  );
  return whole === undefined
    ? leastOf(
        matches.map((match) => headerOf(match, block)),
        unexplained,
      )
    : headerOf(whole, block);
}

/** Columns of the form, and of the sheet, that even a resemblance does not explain. */
function unexplained({ missing, unknown }: Header): number {
  const near = nearTitles(missing, unknown).length;
  return missing.length - near + (unknown.length - near);
}

function leastOf<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let least: { readonly item: T; readonly size: number } | undefined;
  for (const item of items) {
    const size = measure(item);
    if (least === undefined || size < least.size) least = { item, size };
  }
  return least?.item;
}

/** The whole block first, then every smaller range of its rows, the larger before the smaller. */
function rangesWithin({ firstRow, lastRow }: RowRange): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let rows = lastRow - firstRow; rows >= 0; rows -= 1) {
    for (let first = firstRow; first + rows <= lastRow; first += 1) {
      ranges.push([first, first + rows]);
    }
  }
  return ranges;
}

interface Match extends Claims {
  readonly firstRow: number;
  readonly lastRow: number;
}

function headerOf(match: Match, block: HeaderBlock): Header {
  const { titles, form, columns, repeated, rest, missing, firstRow, lastRow } = match;
  return {
    ...{ form, sheet: block.sheet, block, firstRow, lastRow, columns, repeated, missing },
    ...extraColumns(rest, titles, missing),
    figures: figureFields(form),
  };
}

const figureFields = (form: FormDefinition): ReadonlySet<string> =>
  new Set(
    leaves(form.columns)
      .filter(({ type }) => type === 'money' || type === 'rate')
      .map(({ field }) => field),
  );
