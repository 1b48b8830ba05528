import type { ApiPorts } from '../../shared/api-ports.ts';
import type { SentUpload } from '../../shared/store/sendings.ts';
import type { SubmissionKey, Upload, UploadStatus } from '../../shared/upload.ts';
import { fileNameOf, isUploadId } from '../../shared/upload-id.ts';

/** An upload with a submission, recorded by intake or only just sent. */
export interface KnownUpload {
  readonly id: string;
  readonly submission: SubmissionKey;
  readonly key: string;
  readonly versionId: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly status: UploadStatus;
  /** S3 eventTime; of one that is not recorded yet, when it was sent. ISO 8601. */
  readonly receivedAt: string;
  /** Null until intake has seen it. */
  readonly recorded: Upload | null;
  /** Null for one that did not come through the API. */
  readonly sent: SentUpload | null;
}

/** The upload with this id; null if there is none, or nobody knows whose it is. */
export async function knownUpload(
  id: string,
  { submissions, sendings }: Pick<ApiPorts, 'submissions' | 'sendings'>,
): Promise<KnownUpload | null> {
  // A store has no key for any text: what is too long for it would be our fault.
  if (!isUploadId(id)) return null;
  const [recorded, sent] = await Promise.all([submissions.upload(id), sendings.sent(id)]);
  const found = recorded ?? sent;
  const submission = found?.submission ?? null;
  if (found === null || submission === null) return null;
  return {
    id,
    submission,
    key: found.key,
    versionId: found.versionId,
    fileName: fileNameOf(found.key),
    size: found.size,
    status: recorded?.status ?? 'received',
    receivedAt: recorded?.eventTime ?? sent?.sentAt ?? '',
    recorded,
    sent,
  };
}
