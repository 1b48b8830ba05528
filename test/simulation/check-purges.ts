import { revisionFolder } from '../../shared/outputs.ts';
import type { Upload } from '../../shared/upload.ts';
import { receivedUpload } from '../../shared/upload-id.ts';
import type { System } from './system.ts';

/**
 * Of what was purged nothing is left in any version of anything but a line that says so; and what lay under
 * the key when it was asked for is purged.
 */
export function* purgeProblems(system: System): Iterable<string> {
  const { tables } = system.world;
  for (const { key, done } of system.purges) {
    if (!done) yield `the purge of ${key} never ended`;
  }
  for (const { upload } of tables.uploads.values()) {
    if (upload.status === 'purged') yield* leftOvers(system, upload);
  }
}

function* leftOvers({ world, sent }: System, { id, ...line }: Upload): Iterable<string> {
  const { submission, revision } = line;
  const event = sent.find((one) => receivedUpload(one.event).id === id)?.event;
  const name = event?.versionId ?? id;
  if (line.key !== '' || line.versionId !== '' || line.contacts.length > 0) {
    yield `the audit line of ${name} names what was purged`;
  }
  if (line.purge === undefined) yield `${name} is purged, and nobody knows by whom`;
  if ([...world.uploads.values()].some((stored) => stored.event === event)) {
    yield `${name} is still in the bucket`;
  }
  const own =
    submission === null || revision === null
      ? `unfiled/${id}`
      : revisionFolder({ ...submission, revision });
  for (const { key } of world.outputVersions) {
    if (key.startsWith(`${own}/`)) yield `${key} of ${name} is still there`;
  }
  if (submission === null) return;
  const { period, submitter } = submission;
  if ((world.tables.rows.get(`${period}/${submitter}/${revision}`)?.size ?? 0) > 0) {
    yield `rows of ${name} are still stored`;
  }
  const said = `{"submitter":${JSON.stringify(submitter)},"revision":${revision},`;
  for (const { key, text } of world.outputVersions) {
    if (key.startsWith(`summaries/${period}/`) && text.includes(said)) {
      yield `${key} still tells of ${name}`;
    }
  }
}

/** After a repair every letter that was put back is dealt with, and none lies there any more. */
export function* letterProblems({ queues }: System): Iterable<string> {
  for (const [stage, letters] of Object.entries(queues.deadLetters)) {
    if (letters.count() > 0) yield `${letters.count()} letters of ${stage} were never put back`;
  }
}
