import type { Upload } from '../../shared/upload.ts';
import { receivedUpload } from '../../shared/upload-id.ts';
import type { Sent, System } from './system.ts';

/**
 * Minutes from when nothing fails any more to the final status, at the worst: a message whose last try
 * died comes again after six, and what was lost is looked for after ten, every five.
 */
const MOST_MINUTES = 20;

/** Every version that was sent has one final status, in time; the same bytes again, that of the first. */
export function* uploadProblems(system: System): Iterable<string> {
  for (const sent of system.sent) {
    const upload = recorded(system, sent);
    // Deleted before anybody heard of it: there is nothing left to speak of.
    if (upload === undefined && sent.removed) continue;
    if (upload?.outcome == null) yield `${sent.event.versionId} has no final status`;
    else if (upload.status !== upload.outcome.status) {
      yield `${upload.versionId} is ${upload.status} by name, ${upload.outcome.status} by outcome`;
    } else {
      yield* lateness(system, sent, upload);
      yield* duplicateProblems(system, sent, upload);
    }
  }
}

const recorded = ({ world }: System, { event }: Sent): Upload | undefined =>
  world.tables.uploads.get(receivedUpload(event).id)?.upload;

function* lateness(
  { calmSince, finalAt }: System,
  { event }: Sent,
  { id, versionId }: Upload,
): Iterable<string> {
  const from = Math.max(calmSince, Date.parse(event.eventTime));
  const minutes = ((finalAt.get(id) ?? Number.POSITIVE_INFINITY) - from) / 60_000;
  if (minutes > MOST_MINUTES) yield `${versionId} took ${Math.round(minutes)} minutes`;
}

function* duplicateProblems(
  { world, sent }: System,
  { file }: Sent,
  { versionId, status, outcome }: Upload,
): Iterable<string> {
  const originalId = outcome?.duplicateOf ?? null;
  if (originalId === null) return;
  const original = world.tables.uploads.get(originalId)?.upload;
  if (original === undefined || original.outcome?.duplicateOf != null) {
    yield `${versionId} repeats ${originalId}, which is no original`;
    return;
  }
  const sentFirst = sent.find(({ event }) => receivedUpload(event).id === originalId);
  if (JSON.stringify(sentFirst?.file) !== JSON.stringify(file)) {
    yield `${versionId} repeats ${original.versionId}, which held other bytes`;
  }
  if (status !== original.status) yield `${versionId} is not ${original.status} as its original`;
}
