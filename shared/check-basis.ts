import { countedRevision } from './counted.ts';
import { type Period, yearBefore } from './period.ts';
import type { RecordSet } from './records/record.ts';
import { loadRecordSet } from './store/load-record-set.ts';
import type { Submissions } from './store/submissions.ts';
import type { Register } from './unit.ts';
import type { SubmissionKey } from './upload.ts';

/** What a table is held against before it is sent, as far as whoever checks it may know. */
export interface CheckBasis {
  readonly periods: readonly Period[];
  /** The unit and what stands below it; null: nobody says whose table it is. */
  readonly register: Register | null;
  /** What counts now, and for the year before; null where there is nothing. */
  readonly previous: RecordSet | null;
  readonly lastYear: RecordSet | null;
}

type BasisStore = Pick<Submissions, 'periods' | 'registerFor' | 'head' | 'recordsOf'>;

/**
 * The periods as anybody may know them: what is accepted, by when, and how it is weighed. Who owes a
 * return is no matter of a check.
 */
export const openPeriods = async (store: Pick<BasisStore, 'periods'>): Promise<readonly Period[]> =>
  (await store.periods()).map(({ owedBy: _, ...period }) => period);

/** What intake would hold a table of this submission against, were it sent now. */
export async function checkBasis(
  submission: SubmissionKey,
  store: BasisStore,
): Promise<CheckBasis> {
  const earlier = { ...submission, period: yearBefore(submission.period) };
  const [periods, register, previous, lastYear] = await Promise.all([
    openPeriods(store),
    store.registerFor(submission.submitter),
    countedRecords(submission, store),
    countedRecords(earlier, store),
  ]);
  return { periods, register, previous, lastYear };
}

async function countedRecords(
  submission: SubmissionKey,
  store: BasisStore,
): Promise<RecordSet | null> {
  const head = await store.head(submission);
  const counted = head === null ? null : countedRevision(head);
  if (counted === null) return null;
  return loadRecordSet({ ...submission, revision: counted.revision }, counted.table, store);
}
