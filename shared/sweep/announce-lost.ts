import type { SweepPorts } from '../ports.ts';
import type { UploadEvent } from '../upload.ts';
import { isFolderMarker, receivedUpload } from '../upload-id.ts';

/**
 * Announces versions that lie in the uploads bucket since before `overdue` (ISO 8601) without a trace
 * in the store: their event was lost. Returns how many.
 */
export async function announceLost(
  { uploads, submissions, jobs, clock }: SweepPorts,
  overdue: string,
): Promise<number> {
  let announced = 0;
  for await (const page of uploads.listUploads()) {
    for (const event of await unrecorded(page.filter(isOverdue(overdue)), submissions)) {
      // Recorded first: from here on it counts as unfinished, and is not listed as lost again.
      await submissions.recordUpload(receivedUpload(event), clock.now().toISOString());
      await jobs.intake(event);
      announced += 1;
    }
  }
  return announced;
}

const isOverdue =
  (overdue: string) =>
  (event: UploadEvent): boolean =>
    event.eventTime < overdue && !isFolderMarker(event.key);

async function unrecorded(
  events: readonly UploadEvent[],
  submissions: SweepPorts['submissions'],
): Promise<readonly UploadEvent[]> {
  const idOf = (event: UploadEvent): string => receivedUpload(event).id;
  const recorded = await submissions.recordedUploads(events.map(idOf));
  return events.filter((event) => !recorded.has(idOf(event)));
}
