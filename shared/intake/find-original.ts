import { countedRevision } from '../counted.ts';
import type { Submissions } from '../store/submissions.ts';
import type { Head } from '../submission.ts';
import { type FiledUpload, type FinishedUpload, orderOf, repeatable } from '../upload.ts';
import type { Evidence } from './gather-evidence.ts';

/**
 * The upload that held the same bytes and was judged by the same judge, if it is what stands for the
 * submission: its current revision, or its newest upload if that was returned. An older file sent
 * again is no repetition but a revision of its own. Null if there is none, or it is not final yet.
 */
export async function findOriginal(
  upload: FiledUpload,
  { sha256, fingerprint }: Evidence,
  head: Head | null,
  store: Pick<Submissions, 'upload'>,
): Promise<FinishedUpload | null> {
  const before = await repeatedBefore(upload, head, store);
  if (before !== null) return before;
  if (sha256 === null) return null;
  for (const id of standingUploads(head)) {
    if (id === upload.id) continue;
    const standing = await store.upload(id);
    if (standing?.outcome?.sha256 === sha256 && standing.outcome.fingerprint === fingerprint) {
      return repeatable(standing);
    }
  }
  return null;
}

/**
 * The upload that an earlier attempt found to hold the same bytes: HEAD says that it stands as of this
 * upload. That attempt died; whatever changed since, it was right when it looked.
 */
export async function repeatedBefore(
  upload: FiledUpload,
  head: Head | null,
  store: Pick<Submissions, 'upload'>,
): Promise<FinishedUpload | null> {
  const current = head?.current ?? null;
  if (current === null || current.uploadId === upload.id) return null;
  if (current.order !== orderOf(upload)) return null;
  const original = await store.upload(current.uploadId);
  return repeatable(original);
}

function standingUploads(head: Head | null): readonly string[] {
  if (head === null) return [];
  const { latest } = head;
  // What was recalled or answered away counts no more: the same bytes again are a return of their own.
  const counted = countedRevision(head);
  const accepted = counted === null ? [] : [counted.uploadId];
  const returned = latest?.status === 'returned' ? [latest.duplicateOf ?? latest.uploadId] : [];
  return [...accepted, ...returned];
}
