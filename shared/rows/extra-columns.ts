import { type LeafPath, leafPaths } from '../../templates/form.ts';
import { type FormTitles, wordingsOf } from './form-titles.ts';
import type { HeaderColumn, TitleCell } from './header-grid.ts';
import { nearness, oneLine } from './near-titles.ts';

/** An indicator pair a unit put in the place of a `……` column. */
export interface ExtraColumns {
  /** Field of the `……` column. */
  readonly field: string;
  /** Empty where the unit left the dots, or no title at all. */
  readonly title: string;
  readonly target: number;
  /** Null where the unit made one column for the whole indicator. */
  readonly actual: number | null;
}

/** Likeness from which on a column is a misspelt indicator of the form, not one of the unit's own. */
const MISSPELT = 0.7;

/**
 * The columns in a group with a `……` column that are none of the form's: the unit's own indicators, in
 * pairs <group>/<any name>/年度指标内容 and …/完成情况 or in one column. The rest is unknown.
 */
export function extraColumns(
  columns: readonly HeaderColumn[],
  titles: FormTitles,
  missing: readonly LeafPath[],
): { readonly extras: readonly ExtraColumns[]; readonly unknown: readonly HeaderColumn[] } {
  const sides = sidesOf(titles);
  const extras: ExtraColumns[] = [];
  const unknown: HeaderColumn[] = [];
  for (const column of columns) {
    const own = ownIndicator(column, titles, sides);
    const isMisspelt = missing.some((path) => (nearness(path, column)?.likeness ?? 0) >= MISSPELT);
    if (own === undefined || isMisspelt) {
      unknown.push(column);
    } else if (own.side === 'actual') {
      const open = extras.findIndex(
        ({ field, title, actual }) => field === own.field && title === own.title && actual === null,
      );
      const pair = extras[open];
      if (pair === undefined) unknown.push(column);
      else extras[open] = { ...pair, actual: column.column };
    } else {
      extras.push({ field: own.field, title: own.title, target: column.column, actual: null });
    }
  }
  return { extras, unknown };
}

interface OwnIndicator {
  readonly field: string;
  readonly title: string;
  readonly side: 'target' | 'actual' | 'whole';
}

/** 年度指标内容 and 完成情况 in this form, each in every wording. */
interface Sides {
  readonly target: readonly string[];
  readonly actual: readonly string[];
}

function sidesOf({ form }: FormTitles): Sides {
  const pair = leafPaths(form.columns).find(({ leaf }) => leaf.field.endsWith('Target'))?.groups;
  const [target, actual] = pair?.at(-1)?.columns ?? [];
  return {
    target: target === undefined ? [] : wordingsOf(target),
    actual: actual === undefined ? [] : wordingsOf(actual),
  };
}

function ownIndicator(
  { levels }: HeaderColumn,
  { extensions }: FormTitles,
  sides: Sides,
): OwnIndicator | undefined {
  const group = levels.findIndex(({ bare }) => extensions.has(bare));
  const field = extensions.get(levels[group]?.bare ?? '');
  if (field === undefined) return undefined;
  const { side, name } = sideOf(levels.slice(group + 1), sides);
  // A column beside the group, not in it: its blank cells only look like the group's.
  if (side === 'whole' && levels[group]?.carried === true) return undefined;
  return { field, side, title: name === '…' ? '' : name };
}

/** What a column below its group is, and of which indicator: its side stands last, maybe in one cell. */
function sideOf(
  below: readonly TitleCell[],
  sides: Sides,
): { readonly side: OwnIndicator['side']; readonly name: string } {
  const own = below.at(-1)?.bare ?? '';
  for (const side of ['target', 'actual'] as const) {
    if (sides[side].includes(own)) return { side, name: nameOf(below.slice(0, -1)) };
    const [official = own] = sides[side];
    if (own.endsWith(official)) {
      const name = nameOf(below.slice(0, -1)) + own.slice(0, -official.length);
      return { side, name };
    }
  }
  return { side: 'whole', name: nameOf(below) };
}

/** As typed, brackets and all; dots as one sign. */
const nameOf = (levels: readonly TitleCell[]): string =>
  levels.map(({ bare, cell }) => (bare === '…' ? bare : oneLine(cell.text))).join('');
