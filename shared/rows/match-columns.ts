import type { FormDefinition, Leaf, LeafPath } from '../../templates/form.ts';
import type { FormTitles } from './form-titles.ts';
import type { HeaderColumn } from './header-grid.ts';

/** A column whose title another column has already. */
export interface RepeatedColumn {
  readonly field: string;
  readonly at: HeaderColumn;
}

/** Which columns are the form's, by the texts above them. */
export interface Claims {
  readonly form: FormDefinition;
  /** Field → column. */
  readonly columns: ReadonlyMap<string, number>;
  readonly repeated: readonly RepeatedColumn[];
  /** Columns of the form that were not found; the `……` columns do not count. */
  readonly missing: readonly LeafPath[];
  readonly titles: FormTitles;
  /** Columns that are none of the form's, or a `……` column more. */
  readonly rest: readonly HeaderColumn[];
}

/**
 * A column goes to the first that bears its official title, else to the first that is called otherwise
 * and means it. One more by an official title repeats it; one more by another name is not the form's.
 */
export function matchColumns(all: readonly HeaderColumn[], titles: FormTitles): Claims {
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
