import type { PurgePorts } from '../operator-ports.ts';
import { revisionFolder, unfiledFolder } from '../outputs.ts';
import { incomingFolder } from '../scan-files.ts';
import type { PurgeNote, RevisionKey, SubmissionKey, Upload } from '../upload.ts';
import { eraseVersions, versionsIn } from './erase-versions.ts';
import { letOthersStand } from './let-others-stand.ts';
import { renewSummary } from './renew-summary.ts';
import { type PurgeSurvey, survey } from './survey.ts';

/*
 * Removing an upload for good. What is at work while that happens cannot be stopped, but is bounded in
 * time: so first everything is marked, which no later attempt passes, and erased; then, when whatever was
 * at work must be over, what it may have laid down is erased as well.
 */

/** Minutes after which nothing runs any more that ran before: the longest function has five. */
export const QUIET_MINUTES = 6;

/** Who wants which key removed, and why. */
export interface PurgeRequest {
  readonly key: string;
  readonly by: string;
  readonly reason: string;
}

/** What was removed. */
export interface PurgeReport {
  /** The audit lines that are left. */
  readonly uploads: readonly Upload[];
  /** Versions erased from the uploads bucket, of outputs, and of summaries. */
  readonly versions: number;
  readonly outputs: number;
  readonly summaries: number;
  /** See `PurgeSurvey`. */
  readonly judgedAgainst: readonly RevisionKey[];
}

/**
 * Removes every version of an upload and everything made of it. Broken off at any point and asked again,
 * it finishes. `waiting` hears when the first round is through: the second follows after a while.
 */
export async function purge(
  request: PurgeRequest,
  ports: PurgePorts,
  waiting: (report: PurgeReport) => void = () => {},
): Promise<PurgeReport> {
  const found = await survey(request.key, ports);
  const first = await removeAll(request, found, ports);
  if (first.uploads.length === 0) return first;
  waiting(first);
  await ports.clock.pause(QUIET_MINUTES * 60_000);
  const begun = { ...found.target, versions: new Set(first.uploads.map(({ id }) => id)) };
  const second = await removeAll(request, await survey(request.key, ports, begun), ports);
  return {
    ...second,
    versions: first.versions + second.versions,
    outputs: first.outputs + second.outputs,
    summaries: first.summaries + second.summaries,
  };
}

/** One round. The marks come first, so that what is erased stays erased. */
async function removeAll(
  { by, reason }: PurgeRequest,
  { submission, target, chosen, versions, judgedAgainst }: PurgeSurvey,
  ports: PurgePorts,
): Promise<PurgeReport> {
  const at = ports.clock.now().toISOString();
  const uploads: Upload[] = [];
  for (const upload of chosen) {
    uploads.push(
      await mark(upload, submission, { at, by, reason, keyHash: target.keyHash }, ports),
    );
  }
  const revisions = uploads.flatMap(({ submission: place, revision }) =>
    place === null || revision === null ? [] : { ...place, revision },
  );
  if (submission !== null && chosen.length > 0) await letOthersStand(submission, ports);
  for (const revision of revisions) await ports.removals.removeRecords(revision);
  const folders = [
    ...revisions.map(revisionFolder),
    ...revisions.map(incomingFolder),
    ...uploads.filter(({ revision }) => revision === null).map(({ id }) => unfiledFolder(id)),
  ];
  let outputs = 0;
  for (const folder of folders) {
    outputs += await eraseVersions(ports.outputs, await versionsIn(ports.outputs, `${folder}/`));
  }
  const summaries =
    revisions.length === 0 || submission === null
      ? 0
      : await renewSummary(submission.period, revisions, ports);
  if (submission !== null && chosen.length > 0) await takeOutOfPublic(submission, ports);
  // The file itself last: by it the uploads are known, should this break off or S3 refuse.
  const erased = await eraseVersions(ports.uploads, versions);
  return { uploads, versions: erased, outputs, summaries, judgedAgainst };
}

/**
 * From here on the upload counts as purged, whoever comes to it: by its status for those that begin, by
 * its revision's verdict for those at work, and by the bar in the head for those that hold a verdict.
 */
async function mark(
  upload: Upload,
  submission: SubmissionKey | null,
  note: PurgeNote,
  { submissions, removals }: PurgePorts,
): Promise<Upload> {
  const { id } = await submissions.recordUpload({ ...upload, outcome: null }, note.at);
  if (submission === null) return removals.purgeUpload(upload, note);
  const revision = await submissions.reserveRevision(submission, id);
  const line = await removals.purgeUpload({ ...upload, revision }, note);
  await removals.barFromHead(submission, id);
  await removals.purgeRevision({ ...submission, revision }, line.outcome?.sha256 ?? null);
  return line;
}

/** What was published of the upload goes with its rows: whoever publishes finds them no more. */
async function takeOutOfPublic(
  submission: SubmissionKey,
  { submissions, jobs }: PurgePorts,
): Promise<void> {
  const head = await submissions.head(submission);
  if (head?.review !== undefined && head.review !== null) await jobs.publish(submission);
}
