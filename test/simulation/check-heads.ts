import type { Head } from '../../shared/submission.ts';
import { orderOf, type Upload } from '../../shared/upload.ts';
import { actsOf, actsOn } from './recorded-acts.ts';
import type { System } from './system.ts';

/** HEAD names the newest upload and the newest accepted one, by order of receipt. */
export function* headProblems(system: System): Iterable<string> {
  const { world } = system;
  const uploads = [...world.tables.uploads.values()]
    .map(({ upload }) => upload)
    .filter(({ status }) => status !== 'purged');
  for (const name of world.tables.revisions.keys()) {
    const own = uploads
      .filter(({ submission }) => `${submission?.period}/${submission?.submitter}` === name)
      .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    const head = world.tables.heads.get(name);
    yield* latestProblems(name, head, own);
    yield* currentProblems(system, name, head, own);
  }
}

function* latestProblems(
  name: string,
  head: Head | undefined,
  uploads: readonly Upload[],
): Iterable<string> {
  const newest = uploads.at(-1);
  const latest = head?.latest ?? null;
  if (latest?.uploadId !== newest?.id) {
    yield `latest of ${name} is not ${newest?.versionId}`;
  } else if (latest?.status !== newest?.status) {
    yield `latest of ${name} says ${latest?.status}, its upload ${newest?.status}`;
  } else if (latest?.duplicateOf !== newest?.outcome?.duplicateOf) {
    yield `latest of ${name} repeats another upload than its own says`;
  }
}

function* currentProblems(
  { onRecord }: System,
  name: string,
  head: Head | undefined,
  uploads: readonly Upload[],
): Iterable<string> {
  const isSpecial = ({ submission, revision, status }: Upload): boolean =>
    status === 'returned' &&
    actsOn(actsOf(onRecord, submission ?? { period: '', submitter: '' }), revision ?? 0).isSpecial;
  const newest = uploads.findLast((upload) => upload.status === 'accepted' || isSpecial(upload));
  // The same bytes again let the first upload stand.
  const expected = newest?.outcome?.duplicateOf ?? newest?.id;
  const current = head?.current ?? null;
  if (current?.uploadId !== expected) {
    const standing = uploads.find(({ id }) => id === current?.uploadId);
    yield `current of ${name} is ${standing?.versionId} (${standing?.status}), newest accepted is ${newest?.versionId}`;
  }
  if (head === undefined || current === null || current.recalled !== null) return;
  if (actsOn(actsOf(onRecord, head), current.revision).isRecalled) {
    yield `revision ${current.revision} of ${name} was taken back and counts again`;
  }
}
