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
  const current = head?.current?.uploadId === upload.id ? head.current : null;
  const noted = notes.find((note) => note.revision === revision);
  return {
    id: upload.id,
    revision,
    fileName: upload.fileName,
    size: upload.size,
    status: upload.status,
    statusName: statusNameOf({ status: upload.status, revision }, head),
    receivedAt: upload.receivedAt,
    sender: senderOf(upload),
    sha256: outcome?.sha256 ?? upload.sent?.sha256 ?? null,
    form: outcome?.form ?? null,
    rows: outcome?.rows ?? 0,
    counts: outcome?.counts ?? { errors: 0, warnings: 0, hints: 0 },
    duplicateOf: outcome?.duplicateOf ?? null,
    superseded: outcome?.superseded ?? false,
    afterClose: outcome?.afterClose ?? false,
    isCurrent: head !== null && countedRevision(head)?.uploadId === upload.id,
    recalledAt: (noted?.recalled ?? current?.recalled)?.at ?? null,
  };
}

/** What an upload's status is called; of one that is under review, with how that stands. */
export function statusNameOf(
  { status, revision }: { readonly status: UploadStatus; readonly revision: number | null },
  head: Head | null,
): Text {
  const own = head?.review?.revisions[revision ?? 0];
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
