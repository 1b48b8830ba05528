import type { JudgeContext } from '../judge.ts';
import { lastYearOf } from '../last-year.ts';
import type { RecordSet } from '../records/record.ts';
import { loadProjectList } from '../store/load-project-list.ts';
import { loadRecordSet } from '../store/load-record-set.ts';
import type { Submissions } from '../store/submissions.ts';
import type { Comparison } from '../submission.ts';
import type { Register } from '../unit.ts';
import type { SubmissionKey } from '../upload.ts';

/** Whose upload it is, and the units known to them. */
type Holder = SubmissionKey & { readonly register: Register | null };

/** What an upload is held against besides periods and register. */
interface HeldAgainst extends Pick<JudgeContext, 'previous' | 'lastYear' | 'projectList'> {
  /** Something that was settled for it is purged: nothing stands in its place. */
  readonly isPurged: boolean;
}

type HeldStore = Pick<Submissions, 'revision' | 'recordsOf' | 'listedOf'>;

/** Loads what was settled for an upload (`Comparison`): the same whenever it is asked for. */
export async function heldAgainst(
  { register, ...submission }: Holder,
  { before, lastYear, list }: Omit<Comparison, 'basis'>,
  store: HeldStore,
): Promise<HeldAgainst> {
  const previous = await recordsOf(submission, before, store);
  const earlier = await recordsOf(lastYearOf(submission), lastYear, store);
  return {
    previous: previous === 'purged' ? null : previous,
    lastYear: earlier === 'purged' ? null : earlier,
    projectList: await loadProjectList(submission, list, register, store),
    isPurged: [previous, earlier].includes('purged'),
  };
}

/** The records of an accepted revision; null when there is none to compare with. */
async function recordsOf(
  submission: SubmissionKey,
  revision: number | null,
  store: HeldStore,
): Promise<RecordSet | 'purged' | null> {
  if (revision === null) return null;
  const key = { ...submission, revision };
  const verdict = (await store.revision(key))?.verdict ?? null;
  if (verdict?.outcome.status === 'purged') return 'purged';
  const table = verdict?.accepted?.table;
  if (table === undefined) throw new Error(`no rows to compare with in ${JSON.stringify(key)}`);
  return loadRecordSet(key, table, store);
}
