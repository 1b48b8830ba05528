import type { ApiPorts } from '../../shared/ports.ts';
import type { Turn } from '../../shared/store/sendings.ts';
import type { Head } from '../../shared/submission.ts';
import { orderOf } from '../../shared/upload.ts';

/** What `basedOn` says where nothing was sent yet. */
export const NOTHING = 'none';

/**
 * Id of the newest upload of a submission that anybody can know of, by bucket or by person; NOTHING where
 * there is none. Whoever sends names what was newest when they looked.
 */
export async function newestUpload(
  head: Head | null,
  turn: Turn | null,
  { submissions }: Pick<ApiPorts, 'submissions'>,
): Promise<string> {
  const latest = head?.latest ?? null;
  const last = turn?.last ?? null;
  if (latest === null || last === null) return latest?.uploadId ?? last?.uploadId ?? NOTHING;
  if (latest.uploadId === last.uploadId) return latest.uploadId;
  const sent = await submissions.upload(last.uploadId);
  // One that is not final is still on its way, and newer than all that are.
  if (sent === null || sent.outcome === null) return last.uploadId;
  return orderOf(sent) > latest.order ? last.uploadId : latest.uploadId;
}
