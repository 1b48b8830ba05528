import {
  type FormDefinition,
  headerDepth,
  type LeafPath,
  leafPaths,
  leaves,
} from '../../templates/form.ts';
import type { Sheet } from '../cells/cell.ts';
import type { Text } from '../locale.ts';
import { type HeaderGrid, headerGrid } from './header-grid.ts';
import { headerText } from './header-text.ts';

/** An indicator pair a unit put in the place of a `……` column. */
export interface ExtraColumns {
  /** Field of the `……` column. */
  readonly field: string;
  readonly title: string;
  readonly target: number;
  readonly actual: number;
}

/** Where a form's header stands in a sheet. Rows and columns are counted from 1. */
export interface Header {
  readonly form: FormDefinition;
  readonly sheet: Sheet;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Field → column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields that hold money or rates. */
  readonly figures: ReadonlySet<string>;
  readonly extras: readonly ExtraColumns[];
  /** Columns with a header text of their own that is not the form's. */
  readonly unknown: readonly UnknownColumn[];
  /** Official titles that were not found; none when the header is complete. */
  readonly missing: readonly string[];
}

/** A column the form does not have. */
export interface UnknownColumn {
  readonly title: string;
  readonly column: number;
}

/** Header texts of the outermost level that must meet in one row before it is looked at closely. */
const MIN_TOP_TITLES = 4;

/** Rows looked at closely; a sheet with more that resemble a header was made to waste time. */
const MAX_CANDIDATES = 60;

/** A header typed over one row more or fewer than the official one is still that header. */
const DEPTH_TRIALS = [0, 1, 2, -1];

/**
 * The best match of a form's header in a sheet, by its texts through merged cells: not by position,
 * file name or column order. Undefined when nothing in the sheet resembles it.
 */
export function findHeader(sheet: Sheet, form: FormDefinition): Header | undefined {
  const depth = headerDepth(form.columns);
  const tops = new Set(form.columns.flatMap(({ title }) => headerText(title.zh)));
  let best: Header | undefined;
  for (const row of candidateRows(sheet, tops)) {
    for (const trial of DEPTH_TRIALS.map((more) => depth + more)) {
      const header = matchHeader(sheet, form, row, row + trial - 1);
      if (best === undefined || header.missing.length < best.missing.length) best = header;
      if (best.missing.length === 0) return best;
    }
  }
  return best;
}

function candidateRows(sheet: Sheet, tops: ReadonlySet<string>): number[] {
  const rows: number[] = [];
  for (const [row, cells] of sheet.rows) {
    const seen = new Set([...cells.values()].map((cell) => headerText(cell.text)));
    if ([...tops].filter((title) => seen.has(title)).length >= MIN_TOP_TITLES) rows.push(row);
  }
  return rows.sort((a, b) => a - b).slice(0, MAX_CANDIDATES);
}

function matchHeader(
  sheet: Sheet,
  form: FormDefinition,
  firstRow: number,
  lastRow: number,
): Header {
  const grid = headerGrid(sheet, firstRow, lastRow);
  const columnsByPath = pathsOfColumns(grid, firstRow, lastRow);
  const columns = new Map<string, number>();
  const missing: string[] = [];
  for (const path of leafPaths(form.columns)) {
    const column = wordings(path)
      .map((wording) => columnsByPath.get(wording))
      .find((found) => found !== undefined);
    if (column !== undefined) columns.set(path.leaf.field, column);
    else if (path.leaf.type !== 'extension') missing.push(titleOf(path));
  }
  const claimed = new Set(columns.values());
  const extras = extraColumns(form, columnsByPath, claimed);
  for (const { target, actual } of extras) claimed.add(target).add(actual);
  const unknown = unknownColumns(grid, firstRow, lastRow, claimed);
  const figures = new Set(
    leaves(form.columns)
      .filter(({ type }) => type === 'money' || type === 'rate')
      .map(({ field }) => field),
  );
  return { form, sheet, firstRow, lastRow, columns, figures, extras, unknown, missing };
}

function unknownColumns(
  grid: HeaderGrid,
  first: number,
  last: number,
  claimed: ReadonlySet<number>,
): readonly UnknownColumn[] {
  const unknown: UnknownColumn[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const path = pathOf(grid, first, last, column);
    if (path !== '' && !claimed.has(column)) unknown.push({ title: path, column });
  }
  return unknown;
}

/** The texts above each column from the outside in, joined; vertical merges count once. */
function pathsOfColumns(grid: HeaderGrid, first: number, last: number): Map<string, number> {
  const byPath = new Map<string, number>();
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const path = pathOf(grid, first, last, column);
    if (path !== '' && !byPath.has(path)) byPath.set(path, column);
  }
  return byPath;
}

function pathOf(grid: HeaderGrid, first: number, last: number, column: number): string {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const text = grid.textAt(row, column);
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  return texts.join('/');
}

/** Every official wording of a column with its groups. */
function wordings({ leaf, groups }: LeafPath): readonly string[] {
  const above = groups.map(({ title }) => headerText(title.zh));
  return [leaf.title.zh, ...(leaf.aliases ?? [])].map((title) =>
    [...above, headerText(title)].join('/'),
  );
}

const titleOf = ({ leaf, groups }: LeafPath): string =>
  [...groups.map(({ title }: { title: Text }) => title.zh), leaf.title.zh].join('·');

/** Pairs of unclaimed columns <group>/<any name>/年度指标内容 and …/完成情况 beside a `……` column. */
function extraColumns(
  form: FormDefinition,
  columnsByPath: ReadonlyMap<string, number>,
  claimed: ReadonlySet<number>,
): readonly ExtraColumns[] {
  const extras: ExtraColumns[] = [];
  for (const { leaf, groups } of leafPaths(form.columns)) {
    if (leaf.type !== 'extension') continue;
    const prefix = groups.map(({ title }) => `${headerText(title.zh)}/`).join('');
    for (const [path, target] of columnsByPath) {
      if (claimed.has(target) || !path.startsWith(prefix) || !path.endsWith('/年度指标内容'))
        continue;
      const title = path.slice(prefix.length, -'/年度指标内容'.length);
      const actual = columnsByPath.get(`${prefix}${title}/完成情况`);
      if (actual !== undefined) extras.push({ field: leaf.field, title, target, actual });
    }
  }
  return extras;
}
