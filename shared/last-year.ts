import { countedRevision } from './counted.ts';
import { yearBefore } from './period.ts';
import type { RecordSet } from './records/record.ts';
import { loadRecordSet } from './store/load-record-set.ts';
import type { Submissions } from './store/submissions.ts';
import type { CurrentRevision } from './submission.ts';
import type { SubmissionKey } from './upload.ts';

/** The same submitter's submission of the year before. */
export const lastYearOf = ({ period, submitter }: SubmissionKey): SubmissionKey => ({
  period: yearBefore(period),
  submitter,
});

/** The table of a submission that counts; null where none does. */
export async function countedTable(
  submission: SubmissionKey,
  store: Pick<Submissions, 'head'>,
): Promise<CurrentRevision | null> {
  const head = await store.head(submission);
  return head === null ? null : countedRevision(head);
}

/** Its records. */
export async function countedRecords(
  submission: SubmissionKey,
  store: Pick<Submissions, 'head' | 'recordsOf'>,
): Promise<RecordSet | null> {
  const counted = await countedTable(submission, store);
  if (counted === null) return null;
  return loadRecordSet({ ...submission, revision: counted.revision }, counted.table, store);
}
