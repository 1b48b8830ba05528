import { indicatorColumns } from '../../templates/columns.ts';
import { type Column, type FormDefinition, isGroup } from '../../templates/form.ts';
import { addedColumn, type IndicatorPart } from '../rows/added-column.ts';
import type { ExtraIndicator, Row, Table } from '../rows/row.ts';

/** A column of an indicator that a unit added: what its cells are taken from. */
export interface AddedColumn {
  /** Field of the `……` column it stands beside. */
  readonly extension: string;
  readonly title: string;
  readonly part: IndicatorPart;
  /** Letter of its column in the unit's sheet; null where it has none, or one that cannot be told. */
  readonly letter: string | null;
}

/** A form with the columns of indicators that a unit added, as the unit's own table has them. */
export interface ShownForm {
  readonly form: FormDefinition;
  /** Field of the shown form → what it shows. */
  readonly added: ReadonlyMap<string, AddedColumn>;
}

/**
 * The form of a table with a pair of columns for each indicator the unit added, beside its `……` column.
 * That column itself stays where the unit has it, and where nothing takes its place.
 */
export function shownForm({
  form,
  rows,
  addedIndicators,
}: Pick<Table, 'form' | 'rows' | 'addedIndicators'>): ShownForm {
  const added = new Map<string, AddedColumn>();
  const shown = (columns: readonly Column[]): readonly Column[] =>
    columns.flatMap((column): readonly Column[] => {
      if (isGroup(column)) return [{ ...column, columns: shown(column.columns) }];
      if (column.type !== 'extension') return [column];
      const titles = titlesOf(rows, column.field);
      const isTheirs = rows.some(({ entries }) => entries[column.field] !== undefined);
      const pairs = titles.map((title, index) => {
        const key = `${column.field}${index + 1}`;
        const { field } = column;
        for (const part of ['target', 'actual'] as const) {
          const letter = addedColumn(addedIndicators, { field, title }, part);
          added.set(addedField(key, part), { extension: field, title, part, letter });
        }
        return indicatorColumns(key, title, title);
      });
      return titles.length > 0 && !isTheirs ? pairs : [column, ...pairs];
    });
  return { form: { ...form, columns: shown(form.columns) }, added };
}

const addedField = (key: string, part: IndicatorPart): string =>
  `${key}${part === 'target' ? 'Target' : 'Actual'}`;

/** What stands in an added column at a row. */
export const addedText = (row: Row, { extension, title, part }: AddedColumn): string =>
  pairsOf(row, extension).find((indicator) => indicator.title === title)?.[part] ?? '';

/** The indicators in columns of their own: without the text of the `……` cell itself. */
function pairsOf(row: Row, extension: string): readonly ExtraIndicator[] {
  const own = row.extraIndicators.filter(({ field }) => field === extension);
  const text = row.entries[extension]?.text ?? '';
  const isText = ({ title, target, actual }: ExtraIndicator): boolean =>
    text !== '' && title === '' && actual === '' && target === text;
  const place = own.findIndex(isText);
  return place < 0 ? own : own.toSpliced(place, 1);
}

/** Titles in the order of their columns, as far as the rows show it. */
function titlesOf(rows: readonly Row[], extension: string): readonly string[] {
  const titles: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const own = pairsOf(row, extension).map(({ title }) => title);
    for (const [index, title] of own.entries()) {
      if (seen.has(title)) continue;
      seen.add(title);
      const next = own.slice(index + 1).find((later) => seen.has(later));
      titles.splice(next === undefined ? titles.length : titles.indexOf(next), 0, title);
    }
  }
  return titles;
}
