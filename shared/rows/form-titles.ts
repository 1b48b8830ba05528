import {
  type Column,
  type FormDefinition,
  type LeafPath,
  leafPaths,
} from '../../templates/form.ts';
import { TITLE_WORDINGS } from '../../templates/title-wordings.ts';
import { bareTitle } from './header-text.ts';

/** The header texts of a form in every wording that is understood, as bare titles. */
export interface FormTitles {
  readonly form: FormDefinition;
  readonly paths: readonly LeafPath[];
  /**
   * The texts above a column from the outside in, run together → the column. Run together, it does not
   * matter over how many rows they were typed.
   */
  readonly columns: ReadonlyMap<string, LeafPath>;
  /** Those of them that are the form's own, all groups named. */
  readonly official: ReadonlySet<string>;
  /** Group that has a `……` column, in every wording → field of that column. */
  readonly extensions: ReadonlyMap<string, string>;
  /** Single texts of the header, in every wording. */
  readonly texts: ReadonlySet<string>;
}

const known = new WeakMap<FormDefinition, FormTitles>();

/** The titles of a form; worked out once, since a form never changes. */
export function formTitles(form: FormDefinition): FormTitles {
  const titles = known.get(form) ?? workOut(form);
  known.set(form, titles);
  return titles;
}

function workOut(form: FormDefinition): FormTitles {
  const paths = leafPaths(form.columns);
  const extensions = new Map<string, string>();
  for (const { leaf, groups } of paths) {
    if (leaf.type !== 'extension') continue;
    for (const words of runTogether(groups.map(wordingsOf))) extensions.set(words, leaf.field);
  }
  const parts = paths.flatMap(({ leaf, groups }) => [leaf, ...groups]);
  const official = new Map(
    paths.flatMap((path) => officialWordings(path).map((words) => [words, path] as const)),
  );
  const columns = columnWordings(paths, official);
  const texts = new Set([...parts.flatMap(wordingsOf), ...columns.keys()]);
  return { form, paths, columns, official: new Set(official.keys()), extensions, texts };
}

/** Wordings of header cells, each worked out once: a group is asked for by every column below it. */
const WORDINGS = new WeakMap<Column, readonly string[]>();

/** The understood wordings of one header cell, the official one first. */
export function wordingsOf(part: Column): readonly string[] {
  const before = WORDINGS.get(part);
  if (before !== undefined) return before;
  const all = titlesOf(part).flatMap((title) => [title, ...(TITLE_WORDINGS[title] ?? [])]);
  const wordings = [...new Set(all.map(bareTitle))];
  WORDINGS.set(part, wordings);
  return wordings;
}

/** The title of a header cell and what the form itself calls it otherwise. */
const titlesOf = (part: Column): readonly string[] =>
  'aliases' in part ? [part.title.zh, ...(part.aliases ?? [])] : [part.title.zh];

/**
 * A column is known by its own title below its groups; groups may be left out while one remains and no
 * other column could be meant. The official wording goes before any other.
 */
function columnWordings(
  paths: readonly LeafPath[],
  official: ReadonlyMap<string, LeafPath>,
): ReadonlyMap<string, LeafPath> {
  const columns = new Map<string, LeafPath>();
  const unsure = new Set<string>();
  for (const path of paths) {
    const own = wordingsOf(path.leaf);
    const above = path.groups.map((group) => ['', ...wordingsOf(group)]);
    for (const words of runTogether([...above, own])) {
      if (path.groups.length > 0 && own.includes(words)) continue;
      const other = columns.get(words);
      if (other !== undefined && other !== path) unsure.add(words);
      columns.set(words, path);
    }
  }
  for (const words of unsure) columns.delete(words);
  for (const [words, path] of official) columns.set(words, path);
  return columns;
}

const officialWordings = ({ leaf, groups }: LeafPath): readonly string[] =>
  runTogether([...groups, leaf].map((part) => titlesOf(part).map(bareTitle)));

/** Every way to take one text of each list, run together. */
const runTogether = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce<readonly string[]>(
    (begun, list) => begun.flatMap((start) => list.map((text) => start + text)),
    [''],
  );
