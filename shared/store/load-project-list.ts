import type { ProjectList } from '../records/project-list.ts';
import type { Register } from '../unit.ts';
import type { SubmissionKey } from '../upload.ts';
import type { Submissions } from './submissions.ts';

/** The projects of a submitter and of all units below it in an import of the period's list; null for none. */
export async function loadProjectList(
  { period, submitter }: SubmissionKey,
  list: string | undefined,
  register: Register | null,
  store: Pick<Submissions, 'listedOf'>,
): Promise<ProjectList | null> {
  if (list === undefined) return null;
  const units = new Set([submitter, ...(register ?? []).map(({ code }) => code)]);
  return { id: list, projects: await store.listedOf(period, list, [...units]) };
}
