import { countedRecords, lastYearOf } from './last-year.ts';
import type { Period } from './period.ts';
import type { ProjectList } from './records/project-list.ts';
import type { RecordSet } from './records/record.ts';
import { loadProjectList } from './store/load-project-list.ts';
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
  /** The projects of the unit and those below it in the period's list; null where there is none. */
  readonly projectList: ProjectList | null;
}

type BasisStore = Pick<
  Submissions,
  'periods' | 'registerFor' | 'head' | 'recordsOf' | 'bureauState' | 'listedOf'
>;

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
  const [periods, register, previous, lastYear, { list }] = await Promise.all([
    openPeriods(store),
    store.registerFor(submission.submitter),
    countedRecords(submission, store),
    countedRecords(lastYearOf(submission), store),
    store.bureauState(submission.period),
  ]);
  const projectList = await loadProjectList(submission, list?.id, register, store);
  return { periods, register, previous, lastYear, projectList };
}
