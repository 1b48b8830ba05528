import { type FormDefinition, type Leaf, type LeafPath, leaves } from '../../templates/form.ts';
import type { Sheet } from '../cells/cell.ts';
import { type ExtraColumns, extraColumns } from './extra-columns.ts';
import type { FormTitles } from './form-titles.ts';
import type { HeaderBlock, RowRange } from './header-blocks.ts';
import { type HeaderColumn, headerColumns, headerMerges } from './header-grid.ts';
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

/** A column whose title another column has already. */
export interface RepeatedColumn {
  readonly field: string;
  readonly at: HeaderColumn;
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

/** Which columns are the form's, by the texts above them. */
interface Claims extends Pick<Header, 'form' | 'columns' | 'repeated' | 'missing'> {
  readonly titles: FormTitles;
  /** Columns that are none of the form's, or a `……` column more. */
  readonly rest: readonly HeaderColumn[];
}

interface Match extends Claims {
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * A column goes to the first that bears its official title, else to the first that is called otherwise
 * and means it. One more by an official title repeats it; one more by another name is not the form's.
 */
function matchColumns(all: readonly HeaderColumn[], titles: FormTitles): Claims {
  const found = all.map((column) => ({ column, ...matchOf(column, titles) }));
  const columns = new Map<string, number>();
  const otherwise = new Set<string>();
  for (const own of [true, false]) {
    for (const { column, leaf, isOfficial } of found) {
      if (leaf !== undefined && isOfficial === own && !columns.has(leaf.field)) {
        columns.set(leaf.field, column.column);
        if (!own) otherwise.add(leaf.field);
      }
    }
  }
  const repeated: RepeatedColumn[] = [];
  const rest: HeaderColumn[] = [];
  for (const { column, leaf, isOfficial } of found) {
    if (leaf !== undefined && columns.get(leaf.field) === column.column) continue;
    const isRepeated = leaf !== undefined && leaf.type !== 'extension';
    if (isRepeated && (isOfficial || otherwise.has(leaf.field))) {
      repeated.push({ field: leaf.field, at: column });
    } else rest.push(column);
  }
  const missing = titles.paths.filter(
    ({ leaf }) => leaf.type !== 'extension' && !columns.has(leaf.field),
  );
  return { titles, form: titles.form, columns, repeated, rest, missing };
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

interface ColumnMatch {
  readonly leaf?: Leaf;
  /** By its official title, all its groups named. */
  readonly isOfficial: boolean;
}

/**
 * The column of the form that stands below these texts. What was only carried over from the left, or
 * is a heading above the form's own groups, may be looked past.
 */
function matchOf({ levels }: HeaderColumn, { columns, official, texts }: FormTitles): ColumnMatch {
  const last = levels.length - 1;
  const droppable = levels.flatMap(({ carried, bare }, index) =>
    index < last && (carried || (index === 0 && !texts.has(bare))) ? [index] : [],
  );
  for (let dropped = 0; dropped < 2 ** Math.min(droppable.length, MOST_DROPPED); dropped += 1) {
    const words = levels
      .filter((_, index) => !isDropped(droppable.indexOf(index), dropped))
      .map(({ bare }) => bare)
      .join('');
    const path = columns.get(words);
    if (path !== undefined) return { leaf: path.leaf, isOfficial: official.has(words) };
  }
  return { isOfficial: false };
}

/** Levels that may be looked past at once; the official header has three in all. */
const MOST_DROPPED = 4;

const isDropped = (place: number, dropped: number): boolean =>
  place >= 0 && (dropped & (1 << place)) !== 0;
