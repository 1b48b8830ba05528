import type { UploadsBucket } from '../shared/ports.ts';
import type { Submissions } from '../shared/store/submissions.ts';
import { isFolderMarker, receivedUpload } from '../shared/upload-id.ts';

/** Later than any time stored. */
const EVER = '9999';

/**
 * Ids of all uploads that have no final status: those recorded as received, and the versions in the
 * bucket that the store has never heard of, as their message still waits in the outbox or a queue.
 */
export async function uploadsWithoutStatus(
  submissions: Pick<Submissions, 'unfinishedUploads' | 'recordedUploads'>,
  uploads: Pick<UploadsBucket, 'listUploads'>,
): Promise<readonly string[]> {
  const unfinished = await submissions.unfinishedUploads(EVER);
  const ids = unfinished.map(({ id }) => id);
  for await (const page of uploads.listUploads()) {
    const listed = page
      .filter(({ key }) => !isFolderMarker(key))
      .map((event) => receivedUpload(event).id);
    const recorded = await submissions.recordedUploads(listed);
    ids.push(...listed.filter((id) => !recorded.has(id)));
  }
  return ids;
}
