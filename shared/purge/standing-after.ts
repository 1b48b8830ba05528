import type { ComparedRevision } from '../store/removals.ts';
import type { CurrentRevision, LatestUpload, Recall } from '../submission.ts';
import type { SubmissionReview } from '../submission-review.ts';
import { orderOf, type Upload } from '../upload.ts';

/** What stands for a submission. */
export interface Standing {
  readonly latest: LatestUpload | null;
  readonly current: CurrentRevision | null;
  /** Accepted after the period was closed, and not taken. */
  readonly late: CurrentRevision | null;
}

/** A revision with the upload it belongs to. */
export interface OwnedRevision extends ComparedRevision {
  readonly upload: Upload;
  /** Null unless its unit took it back: it keeps its place then, and counts no more. */
  readonly recalled: Recall | null;
}

/**
 * The newest upload that is decided, and the newest accepted one, specially or not, of those that were not
 * purged. Where the newest accepted one repeats an earlier one, that stands, as of the repetition.
 */
export function standingAfter(
  revisions: readonly OwnedRevision[],
  review: Pick<SubmissionReview, 'revisions'>,
): Standing {
  const left = revisions
    .filter(({ verdict }) => verdict !== null && verdict.outcome.status !== 'purged')
    .sort((one, other) => (orderOf(one.upload) < orderOf(other.upload) ? -1 : 1));
  const newest = left.at(-1);
  const accepted = left.filter(
    ({ verdict }) => verdict?.accepted != null || verdict?.outcome.status === 'accepted',
  );
  const waits = ({ verdict, revision }: OwnedRevision): boolean =>
    verdict?.outcome.afterClose === true && review.revisions[revision] === undefined;
  const counted = accepted.findLast((each) => !waits(each));
  const late = accepted.findLast(waits);
  return {
    latest: newest === undefined ? null : latestOf(newest),
    current: counted === undefined ? null : currentOf(counted, left),
    late: late === undefined ? null : currentOf(late, left),
  };
}

function latestOf({ upload, revision, verdict }: OwnedRevision): LatestUpload | null {
  if (verdict === null || verdict.outcome.status === 'purged') return null;
  const { status, duplicateOf, outputs } = verdict.outcome;
  return {
    uploadId: upload.id,
    order: orderOf(upload),
    revision,
    status,
    duplicateOf,
    outputs,
  };
}

function currentOf(
  { upload, verdict }: OwnedRevision,
  revisions: readonly OwnedRevision[],
): CurrentRevision | null {
  const standing = verdict?.outcome.duplicateOf ?? upload.id;
  const original = revisions.find(({ uploadId }) => uploadId === standing);
  const accepted = original?.verdict?.accepted ?? null;
  if (original === undefined || accepted === null) return null;
  return { ...accepted, order: orderOf(upload), recalled: original.recalled };
}
