import type { FormDefinition } from '../../templates/form.ts';
import { knownForm } from '../../templates/forms.ts';
import type { Submissions } from '../store/submissions.ts';
import type { CurrentRevision, Head } from '../submission.ts';
import type { SubmissionFigures } from '../submission-figures.ts';
import { figuresOfRows } from './load-summary.ts';
import { standingRevision } from './standing-revision.ts';

/** The table of a submission that sums take in, as the summary does. */
export interface StandingTable {
  /** Code of who sent it. */
  readonly submitter: string;
  readonly current: CurrentRevision;
  readonly form: FormDefinition;
  readonly figures: SubmissionFigures;
  /** Finance approved this very revision. */
  readonly isApproved: boolean;
}

/** The table that stands for a submission now; null where none does. */
export async function standingTable(
  head: Head,
  store: Pick<Submissions, 'revision' | 'recordsOf'>,
): Promise<StandingTable | null> {
  const current = await standingRevision(head, store);
  if (current === null) return null;
  const { period, submitter } = head;
  return {
    submitter,
    current,
    form: knownForm(current.table.form),
    figures: current.figures ?? (await figuresOfRows({ period, submitter }, current, store)),
    isApproved: head.review?.approved === current.revision,
  };
}
