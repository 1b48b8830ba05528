import { type FormDefinition, fieldTitle, leaves } from '../../templates/form.ts';
import { matchProjects } from '../records/match-projects.ts';
import { NOT_PUBLIC, type ProjectRecord, printedValue, type RecordSet } from '../records/record.ts';

/** A table as stored, and as it is public. Row by row the same projects. */
export interface Edition {
  readonly stored: RecordSet;
  readonly masked: RecordSet;
  readonly form: FormDefinition;
}

/** What an erratum changed, cell by cell, as everybody may read it. */
export interface Difference {
  readonly cells: readonly {
    /** 项目名称, as it is public now. */
    readonly project: string;
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly added: readonly string[];
  /** How many projects are gone. Which they were is not said: that may be why they are gone. */
  readonly dropped: number;
}

/**
 * What changed between two editions. Projects are matched by what is stored, but only public values are
 * told; what is masked now is not told as it was before either.
 */
export function differenceOf(before: Edition, after: Edition): Difference {
  const matched = matchProjects(before.stored.records, after.stored.records);
  const old = publicOf(before);
  const now = publicOf(after);
  const columns = leaves(after.form.columns);
  const oldColumns = new Set(leaves(before.form.columns).map(({ field }) => field));
  return {
    cells: matched.pairs.flatMap(([was, is]) => {
      const [earlier, later] = [old(was), now(is)];
      return columns
        .filter(({ field }) => oldColumns.has(field))
        .map((leaf) => ({
          project: later.texts['projectName'] ?? '',
          column: fieldTitle(after.form, leaf.field).zh,
          before: printedValue(earlier, leaf),
          after: printedValue(later, leaf),
        }))
        .filter((cell) => cell.before !== cell.after)
        .map((cell) => (cell.after === NOT_PUBLIC ? { ...cell, before: NOT_PUBLIC } : cell));
    }),
    added: matched.added.map((record) => now(record).texts['projectName'] ?? ''),
    dropped: matched.dropped.length,
  };
}

/** Finds the public rendering of a stored record. */
function publicOf({ stored, masked }: Edition): (record: ProjectRecord) => ProjectRecord {
  const places = new Map(stored.records.map((record, index) => [record, index]));
  return (record) => {
    const shown = masked.records[places.get(record) ?? -1];
    if (shown === undefined) throw new Error(`project ${record.number} has no public rendering`);
    return shown;
  };
}
