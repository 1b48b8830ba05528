import { type LeafPath, leafTitle } from '../../templates/form.ts';
import type { CellAddress } from '../cells/cell.ts';
import { wordingsOf } from './form-titles.ts';
import type { HeaderColumn } from './header-grid.ts';
import { bareTitle } from './header-text.ts';

/** A header text that resembles an official one no column was found for. */
export interface NearTitle {
  /** As typed, without line breaks. */
  readonly text: string;
  readonly at: CellAddress;
  /** The official text in its place. */
  readonly expected: string;
  /** The column of the form that was looked for. */
  readonly field: string;
  /** Column of the sheet. */
  readonly column: number;
  /** From 0 to 1. */
  readonly likeness: number;
}

/** Likeness from which on a text is shown beside an official one. */
const LEAST_LIKENESS = 0.5;

/** Likeness needed where the texts differ in more than one place, or not in a single cell. */
const LEAST_LIKENESS_OVERALL = 0.7;

/** For each column that was not found the text that comes nearest, each text once, the nearest first. */
export function nearTitles(
  missing: readonly LeafPath[],
  columns: readonly HeaderColumn[],
): readonly NearTitle[] {
  const all = missing.flatMap((path) => columns.flatMap((column) => nearness(path, column) ?? []));
  all.sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<string | number>();
  return all.filter(({ field, column }) => {
    if (taken.has(field) || taken.has(column)) return false;
    taken.add(field).add(column);
    return true;
  });
}

/** How a column resembles a column of the form; undefined when it does not. */
export function nearness(path: LeafPath, header: HeaderColumn): NearTitle | undefined {
  const { column, levels } = header;
  const parts = [...path.groups, path.leaf];
  const { field } = path.leaf;
  if (parts.length === levels.length) {
    const odd = parts.flatMap((part, index) =>
      wordingsOf(part).includes(levels[index]?.bare ?? '') ? [] : [index],
    );
    const [index = -1] = odd;
    const [part, level] = [parts[index], levels[index]];
    if (odd.length === 1 && part !== undefined && level !== undefined) {
      const likeness = likenessOf(level.bare, bareTitle(part.title.zh));
      const found = { text: oneLine(level.cell.text), at: level.cell.at };
      const near = { ...found, expected: part.title.zh, field, column, likeness };
      return likeness < LEAST_LIKENESS ? undefined : near;
    }
  }
  const likeness = likenessOf(
    levels.map(({ bare }) => bare).join(''),
    parts.map(({ title }) => bareTitle(title.zh)).join(''),
  );
  if (likeness < LEAST_LIKENESS_OVERALL) return undefined;
  const found = { text: typedTitle(header), at: header.at };
  return { ...found, expected: leafTitle(path).zh, field, column, likeness };
}

/** The texts above a column as typed: 产出目标·成本指标·完成情况. */
export const typedTitle = ({ levels }: HeaderColumn): string =>
  levels.map(({ cell }) => oneLine(cell.text)).join('·');

/** A header text as typed, without its line breaks and spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, '');

/** Share of characters that two texts have in common: 1 for the same ones, in whatever order. */
function likenessOf(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  const left = new Map<string, number>();
  for (const character of b) left.set(character, (left.get(character) ?? 0) + 1);
  let common = 0;
  for (const character of a) {
    const count = left.get(character) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(character, count - 1);
  }
  return a.length + b.length === 0 ? 1 : (2 * common) / (a.length + b.length);
}
