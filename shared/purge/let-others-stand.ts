import type { PurgePorts } from '../operator-ports.ts';
import type { Recall, RevisionNote } from '../submission.ts';
import { NO_REVIEW, type SubmissionReview } from '../submission-review.ts';
import type { SubmissionKey } from '../upload.ts';
import { type OwnedRevision, standingAfter } from './standing-after.ts';

/** Moves the head to what is left. Forward only: an upload that arrives meanwhile goes before it. */
export async function letOthersStand(
  submission: SubmissionKey,
  { submissions, removals }: Pick<PurgePorts, 'submissions' | 'removals'>,
): Promise<void> {
  const notes = await submissions.notesOf(submission);
  const review = (await submissions.head(submission))?.review ?? NO_REVIEW;
  const owned: OwnedRevision[] = [];
  for (const revision of await removals.revisionsOf(submission)) {
    const upload = await submissions.upload(revision.uploadId);
    const recalled = recallOf(revision.revision, notes, review);
    if (upload !== null) owned.push({ ...revision, upload, recalled });
  }
  const { latest, current, late } = standingAfter(owned, review);
  if (latest !== null) await submissions.moveLatest(submission, latest);
  if (current !== null) await submissions.moveCurrent(submission, current);
  if (current !== null && current.recalled === null) {
    await submissions.noteFirst(submission, 'accepted', current.receivedAt);
  }
  if (late !== null) await submissions.keepLate(submission, late);
}

/** Noted with the revision, or, where something newer stood when the act was finished, in the review alone. */
function recallOf(
  revision: number,
  notes: readonly RevisionNote[],
  { revisions }: SubmissionReview,
): Recall | null {
  const noted = notes.find((note) => note.revision === revision)?.recalled ?? null;
  const { state, decided = null } = revisions[revision] ?? {};
  if (noted !== null || state !== 'recalled' || decided === null) return noted;
  return { by: decided.name, at: decided.at };
}
