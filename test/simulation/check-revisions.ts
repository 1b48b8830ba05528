import type { Revision } from '../../shared/submission.ts';
import { REPORT_TRIES } from '../../shared/sweep/ask-again.ts';
import type { Upload } from '../../shared/upload.ts';
import { actsOf, actsOn } from './recorded-acts.ts';
import type { System } from './system.ts';

/**
 * Revisions of a submission are numbered 1…n, one an upload. An accepted one has its rows and its
 * report; a returned one, and the same bytes again, have neither.
 */
export function* revisionProblems(system: System): Iterable<string> {
  const { tables } = system.world;
  for (const [name, stored] of tables.revisions) {
    const revisions = stored.map(({ revision }) => revision);
    for (const [index, { revision, answer }] of stored.entries()) {
      const place = `${name}/${revision.revision}`;
      if (revision.revision !== index + 1) yield `${place} stands in place ${index + 1}`;
      const upload = tables.uploads.get(revision.uploadId)?.upload;
      if (upload !== undefined) {
        const { isSpecial } = actsOn(actsOf(system.onRecord, revision), revision.revision);
        yield* contentProblems(place, revision, upload, isSpecial);
      } else if (answer === undefined && !system.answers.has(revision.uploadId)) {
        yield `${place} belongs to no upload`;
      }
    }
    const owners = new Set(revisions.map(({ uploadId }) => uploadId));
    if (owners.size < revisions.length) yield `an upload has two revisions of ${name}`;
  }
}

function* contentProblems(
  place: string,
  { revision, report, verdict }: Revision,
  { outcome, ...upload }: Upload,
  isSpecial: boolean,
): Iterable<string> {
  const rows = verdict?.accepted?.table.rows;
  if (upload.revision !== revision) yield `${place} is revision ${upload.revision} to its upload`;
  const isAccepted =
    outcome?.status === 'accepted' || (isSpecial && outcome?.status === 'returned');
  const ownRows = isAccepted && outcome?.duplicateOf === null;
  if (ownRows) {
    const isGivenUp = report.state === 'stuck' && report.asked >= REPORT_TRIES;
    if (report.state !== 'ready' && !isGivenUp) yield `the report of ${place} is ${report.state}`;
    if (rows !== outcome.rows) yield `${place} has ${rows} rows, not ${outcome.rows}`;
    return;
  }
  // Rows that an attempt wrote before it died may lie there; nobody is told of them.
  if (rows !== undefined) yield `${place} has rows, but was not accepted by itself`;
  if (report.state !== 'none') yield `${place} has a report, but was not accepted by itself`;
}
