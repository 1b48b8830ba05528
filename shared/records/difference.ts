import { type Column, type FormDefinition, isGroup, type Leaf } from '../../templates/form.ts';
import type { Text } from '../locale.ts';
import { matchProjects } from './match-projects.ts';
import { type ProjectRecord, printedValue } from './record.ts';

/** A cell that reads otherwise than before. */
export interface ChangedCell {
  readonly field: string;
  /** Of its column with the groups above it: 质量指标·完成情况. */
  readonly title: Text;
  readonly before: string;
  readonly after: string;
}

/** What changed from one table of a submission to another. */
export interface Difference {
  readonly added: readonly ProjectRecord[];
  readonly dropped: readonly ProjectRecord[];
  readonly changed: readonly {
    readonly record: ProjectRecord;
    readonly cells: readonly ChangedCell[];
  }[];
  /** Projects that stayed as they were; another serial is no change. */
  readonly unchanged: number;
}

/** The projects of two revisions held against each other, cell by cell as they are printed in a form. */
export function differenceBetween(
  before: readonly ProjectRecord[],
  after: readonly ProjectRecord[],
  form: FormDefinition,
): Difference {
  const columns = titledLeaves(form.columns).filter(({ leaf }) => leaf.type !== 'serial');
  const { pairs, added, dropped } = matchProjects(before, after);
  const compared = pairs.map(([earlier, record]) => ({
    record,
    cells: columns.flatMap(({ leaf, title }): ChangedCell[] => {
      const [was, is] = [printedValue(earlier, leaf), printedValue(record, leaf)];
      return was === is ? [] : [{ field: leaf.field, title, before: was, after: is }];
    }),
  }));
  const changed = compared.filter(({ cells }) => cells.length > 0);
  return { added, dropped, changed, unchanged: compared.length - changed.length };
}

function titledLeaves(
  columns: readonly Column[],
  above: Text = { zh: '', en: '' },
): readonly { readonly leaf: Leaf; readonly title: Text }[] {
  return columns.flatMap((column) => {
    const { zh, en } = column.title;
    const title = { zh: above.zh + zh, en: above.en + en };
    return isGroup(column)
      ? titledLeaves(column.columns, { zh: `${title.zh}·`, en: `${title.en} · ` })
      : [{ leaf: column, title }];
  });
}
