import { countedRevision } from '../counted.ts';
import type { Submissions } from '../store/submissions.ts';
import type { CurrentRevision, Head } from '../submission.ts';

/**
 * The accepted revision that the summary speaks of: the one that counts, unless finance approved one.
 * That stands until finance approves another, whatever the unit sends, says or takes back.
 */
export async function standingRevision(
  head: Head,
  store: Pick<Submissions, 'revision'>,
): Promise<CurrentRevision | null> {
  const counted = countedRevision(head);
  const approved = head.review?.approved ?? null;
  if (approved === null || approved === counted?.revision) return counted;
  const { period, submitter } = head;
  const key = { period, submitter, revision: approved };
  const accepted = (await store.revision(key))?.verdict?.accepted;
  if (!accepted) throw new Error(`nothing accepted in ${JSON.stringify(key)}`);
  return accepted;
}
