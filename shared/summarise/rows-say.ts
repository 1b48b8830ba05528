import { knownForm } from '../../templates/forms.ts';
import { unitCodesIn } from '../records/double-rows.ts';
import type { ProjectRecord } from '../records/record.ts';
import type { UnitTotals } from '../records/totals.ts';
import { loadRecordSet } from '../store/load-record-set.ts';
import type { Submissions } from '../store/submissions.ts';
import type { CurrentRevision } from '../submission.ts';
import { drawsTogether, figuresOf, type SubmissionFigures } from '../submission-figures.ts';
import type { SubmissionKey } from '../upload.ts';

/* What only the rows of a table say, where its head does not. */

/** What a revision adds up to: for heads that do not carry their figures yet. */
export async function figuresOfRows(
  submission: SubmissionKey,
  { revision, table }: CurrentRevision,
  store: Pick<Submissions, 'recordsOf'>,
): Promise<SubmissionFigures> {
  const { period, submitter } = submission;
  const { records } = await loadRecordSet({ period, submitter, revision }, table, store);
  return figuresOf(records, knownForm(table.form));
}

/** Codes of the units that a table holds rows of; rows are read where its head has no room for all. */
export async function unitCodesOf(
  units: readonly UnitTotals[],
  readRows: () => Promise<readonly ProjectRecord[]>,
): Promise<readonly string[]> {
  return drawsTogether(units)
    ? unitCodesIn(await readRows())
    : units.flatMap(({ code }) => code ?? []);
}
