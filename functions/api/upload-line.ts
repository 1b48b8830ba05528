import type { ApiPorts } from '../../shared/ports.ts';
import { STATUS_NAMES } from '../../shared/status-names.ts';
import type { Head } from '../../shared/submission.ts';
import type { KnownUpload } from './known-upload.ts';
import type { Sender, UploadLine } from './schemas.ts';

/** Of a file that no person sent through the API. */
const BY_BUCKET: Sender = { via: 'bucket', sub: null, name: '经存储桶' };

/** Who sent an upload, and when that person confirmed that it holds no secrets. */
export async function senderOf(
  upload: KnownUpload,
  { sending }: Pick<ApiPorts, 'sending'>,
): Promise<{ readonly sender: Sender; readonly confirmedAt: string | null }> {
  const described = await sending.describeUpload(upload.key, upload.versionId);
  const note = described === 'gone' ? null : described.note;
  if (note !== null) {
    const { via, sub, name, confirmedAt } = note;
    return { sender: { via, sub, name }, confirmedAt };
  }
  if (upload.sent === null) return { sender: BY_BUCKET, confirmedAt: null };
  // The file is deleted; who sent it is known all the same.
  const { sub, name, sentAt } = upload.sent;
  return { sender: { via: 'api', sub, name }, confirmedAt: sentAt };
}

/** An upload as lists show it. */
export async function uploadLine(
  upload: KnownUpload,
  head: Head | null,
  ports: Pick<ApiPorts, 'sending'>,
): Promise<UploadLine> {
  const outcome = upload.recorded?.outcome ?? null;
  const current = head?.current ?? null;
  const isCurrent = current?.uploadId === upload.id;
  return {
    id: upload.id,
    revision: upload.recorded?.revision ?? null,
    fileName: upload.fileName,
    size: upload.size,
    status: upload.status,
    statusName: STATUS_NAMES[upload.status],
    receivedAt: upload.receivedAt,
    sender: (await senderOf(upload, ports)).sender,
    sha256: outcome?.sha256 ?? upload.sent?.sha256 ?? null,
    form: outcome?.form ?? null,
    rows: outcome?.rows ?? 0,
    counts: outcome?.counts ?? { errors: 0, warnings: 0, hints: 0 },
    duplicateOf: outcome?.duplicateOf ?? null,
    superseded: outcome?.superseded ?? false,
    isCurrent: isCurrent && current.recalled === null,
    recalledAt: isCurrent ? (current.recalled?.at ?? null) : null,
  };
}
