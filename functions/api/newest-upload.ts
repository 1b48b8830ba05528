import type { ApiPorts } from '../../shared/api-ports.ts';
import type { Turn } from '../../shared/store/sendings.ts';
import type { Head } from '../../shared/submission.ts';
import { orderOf } from '../../shared/upload.ts';

/** What `basedOn` says where nothing was sent yet. */
export const NOTHING = 'none';

/**
 * Id of the newest upload or answer of a submission that anybody can know of, by bucket or by person;
 * NOTHING where there is none. Whoever sends names what was newest when they looked.
 */
export async function newestUpload(
  head: Head | null,
  turn: Turn | null,
  { submissions }: Pick<ApiPorts, 'submissions'>,
): Promise<string> {
  const { latest = null, answer } = head ?? {};
  const places = [
    ...(latest === null ? [] : [{ id: latest.uploadId, order: latest.order }]),
    ...(answer === undefined ? [] : [{ id: answer.id, order: answer.order }]),
  ];
  const last = turn?.last ?? null;
  if (last !== null && last.uploadId !== latest?.uploadId) {
    const id = last.uploadId;
    const recorded = await submissions.upload(id);
    // One that intake has not seen yet has its place by when it was sent.
    places.push({ id, order: orderOf(recorded ?? { eventTime: last.at, id }) });
  }
  places.sort((one, other) => (one.order < other.order ? 1 : -1));
  return places[0]?.id ?? NOTHING;
}
