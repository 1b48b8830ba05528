import { type FormDefinition, type Leaf, leaves } from '../../templates/form.ts';
import { matchProjects } from './match-projects.ts';
import { type ProjectRecord, printedValue } from './record.ts';

/** A cell that reads otherwise than before. */
export interface ChangedCell {
  readonly leaf: Leaf;
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
  const columns = leaves(form.columns).filter(({ type }) => type !== 'serial');
  const { pairs, added, dropped } = matchProjects(before, after);
  const compared = pairs.map(([earlier, record]) => ({
    record,
    cells: columns.flatMap((leaf): ChangedCell[] => {
      const [was, is] = [printedValue(earlier, leaf), printedValue(record, leaf)];
      return was === is ? [] : [{ leaf, before: was, after: is }];
    }),
  }));
  const changed = compared.filter(({ cells }) => cells.length > 0);
  return { added, dropped, changed, unchanged: compared.length - changed.length };
}
