import { countedRevision, lateRevision } from '../../shared/counted.ts';
import type { Text } from '../../shared/locale.ts';
import { reviewStateName } from '../../shared/review-state.ts';
import { STATUS_NAMES } from '../../shared/status-names.ts';
import type { Head, RevisionNote } from '../../shared/submission.ts';
import type { UploadStatus } from '../../shared/upload.ts';
import type { KnownUpload } from './known-upload.ts';
import type { Sender, UploadLine } from './schemas.ts';

/** Of a file that nobody sent through the API, whatever it says of itself. */
const BY_BUCKET: Sender = { via: 'bucket', sub: null, name: '经存储桶' };

/** Who sent an upload: told by what the API itself has recorded of it, never by the file. */
export function senderOf({ sent }: KnownUpload): Sender {
  if (sent === null) return BY_BUCKET;
  const { via, sub, name } = sent;
  return { via, sub, name };
}

/** An upload as lists show it; `notes` say which revisions were recalled. */
export function uploadLine(
  upload: KnownUpload,
  head: Head | null,
  notes: readonly RevisionNote[] = [],
): UploadLine {
  const outcome = upload.recorded?.outcome ?? null;
  const revision = upload.recorded?.revision ?? null;
  const duplicateOf = outcome?.duplicateOf ?? null;
  const current = head?.current?.uploadId === upload.id ? head.current : null;
  const noted = notes.find((note) => note.revision === revision);
  return {
    id: upload.id,
    revision,
    fileName: upload.fileName,
    size: upload.size,
    status: upload.status,
    statusName: statusNameOf({ status: upload.status, revision, duplicateOf }, head),
    receivedAt: upload.receivedAt,
    sender: senderOf(upload),
    sha256: outcome?.sha256 ?? upload.sent?.sha256 ?? null,
    form: outcome?.form ?? null,
    rows: outcome?.rows ?? 0,
    counts: outcome?.counts ?? { errors: 0, warnings: 0, hints: 0 },
    duplicateOf,
    superseded: outcome?.superseded ?? false,
    afterClose: outcome?.afterClose ?? false,
    isCurrent: head !== null && countedRevision(head)?.uploadId === upload.id,
    recalledAt: (noted?.recalled ?? current?.recalled)?.at ?? null,
  };
}

/** An upload as its status depends on it. */
interface StatedUpload {
  readonly status: UploadStatus;
  readonly revision: number | null;
  readonly duplicateOf: string | null;
}

/**
 * What an upload's status is called; of one that is under review, with how that stands, and of bytes that
 * came again, with how the first ones stand.
 */
export function statusNameOf(
  { status, revision, duplicateOf }: StatedUpload,
  head: Head | null,
): Text {
  const current = head?.current ?? null;
  const reviewed = current?.uploadId === duplicateOf ? current?.revision : revision;
  const own = head?.review?.revisions[reviewed ?? 0];
  if (own === undefined && head !== null && lateRevision(head)?.revision === revision) {
    return AFTER_CLOSE;
  }
  if (status !== 'accepted' || own === undefined) return STATUS_NAMES[status];
  const { zh, en } = reviewStateName(own);
  return { zh: `已接收·${zh}`, en: `accepted · ${en}` };
}

const AFTER_CLOSE: Text = {
  zh: '期后报送·待财政受理',
  en: 'after the close · for finance to take',
};
