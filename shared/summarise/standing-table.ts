import type { FormDefinition } from '../../templates/form.ts';
import { knownForm } from '../../templates/forms.ts';
import { type CountableTable, countOnce, type DoubleReport } from '../count-once.ts';
import type { UnitTotals } from '../records/totals.ts';
import type { Submissions } from '../store/submissions.ts';
import type { CurrentRevision, Head } from '../submission.ts';
import type { SubmissionFigures } from '../submission-figures.ts';
import { figuresOfRows, unitCodesOf } from './rows-say.ts';
import { standingRevision } from './standing-revision.ts';

/** The table of a submission that sums take in, as the summary does. */
export interface StandingTable extends CountableTable {
  /** Code of who sent it. */
  readonly submitter: string;
  readonly period: string;
  readonly revision: number;
  /** As it was filed. */
  readonly current: CurrentRevision;
  readonly form: FormDefinition;
  /** Of the rows that count in it. */
  readonly units: readonly UnitTotals[];
  readonly figures: SubmissionFigures;
  /** Finance approved this very revision. */
  readonly isApproved: boolean;
  /** Codes of its units of which rows count in another table. */
  readonly unitsElsewhere: readonly string[];
}

/** The table that stands for a submission now, as it was filed; null where none does. */
export async function standingTable(
  head: Head,
  store: Pick<Submissions, 'revision' | 'recordsOf'>,
): Promise<StandingTable | null> {
  const current = await standingRevision(head, store);
  if (current === null) return null;
  const { period, submitter } = head;
  const { revision, table, units } = current;
  const readRows = () => store.recordsOf({ period, submitter, revision }, table.rows);
  return {
    submitter,
    period,
    revision,
    current,
    form: knownForm(table.form),
    rows: table.rows,
    units,
    unitCodes: await unitCodesOf(units, readRows),
    figures: current.figures ?? (await figuresOfRows(head, current, store)),
    isApproved: head.review?.approved === revision,
    unitsElsewhere: [],
  };
}

/** Tables of a period of which every project counts once, and what stands in two of them. */
export async function tablesCountedOnce<Table extends Omit<StandingTable, 'current'>>(
  tables: readonly Table[],
  store: Pick<Submissions, 'recordsOf'>,
): Promise<{ readonly tables: readonly Table[]; readonly doubles: readonly DoubleReport[] }> {
  const { parts, doubles } = await countOnce(tables, ({ period, submitter, revision, rows }) =>
    store.recordsOf({ period, submitter, revision }, rows),
  );
  const elsewhere = Map.groupBy(doubles, ({ setAside }) => setAside.submitter);
  return {
    doubles,
    tables: tables.map((table) => {
      const part = parts.get(table);
      if (part === undefined) return table;
      const codes = (elsewhere.get(table.submitter) ?? []).map(({ unit }) => unit.code);
      const { units, figures } = part;
      return { ...table, units, figures, unitsElsewhere: [...new Set(codes)] };
    }),
  };
}
