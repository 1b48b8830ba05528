import { createHash } from 'node:crypto';
import { MAX_FILE_BYTES } from '../cells/limits.ts';
import { purgedVerdict } from '../intake/verdicts.ts';
import type { PurgePorts, StoredVersion } from '../operator-ports.ts';
import { yearAfter } from '../period.ts';
import type { UploadsBucket } from '../ports.ts';
import type { ComparedRevision } from '../store/removals.ts';
import type { RevisionKey, SubmissionKey, Upload, UploadEvent } from '../upload.ts';
import { parseUploadKey, receivedUpload, UPLOADS_PREFIX, uploadId } from '../upload-id.ts';
import { chooseUploads, type PurgeTarget } from './choose-uploads.ts';
import { versionsIn } from './erase-versions.ts';
import { keyHashOf } from './purged-upload.ts';

/** What there is of an upload key, and what of it a purge takes out. */
export interface PurgeSurvey {
  readonly submission: SubmissionKey | null;
  readonly target: PurgeTarget;
  /** The uploads that go; those purged before are among them. */
  readonly chosen: readonly Upload[];
  /** Their versions in the uploads bucket, and the marks of deletion upon the key. */
  readonly versions: readonly StoredVersion[];
  /** Revisions that stay and were judged against one that goes: what is said of them may quote it. */
  readonly judgedAgainst: readonly RevisionKey[];
}

type SurveyPorts = Pick<PurgePorts, 'submissions' | 'removals' | 'uploads'>;

/** Looks, and changes nothing. `begun`: the target of a purge that has begun already. */
export async function survey(
  key: string,
  ports: SurveyPorts,
  begun: PurgeTarget | null = null,
): Promise<PurgeSurvey> {
  const submission = parseUploadKey(key)?.submission ?? null;
  const stored = await versionsIn(ports.uploads, folderOf(submission) ?? key);
  const revisions = submission === null ? [] : await ports.removals.revisionsOf(submission);
  const taken = begun?.versions ?? [];
  const uploads = await knownUploads(submission, taken, stored, revisions, ports);
  const under = uploads.filter((upload) => upload.key === key).map(({ id }) => id);
  const target = begun ?? { keyHash: keyHashOf(key), versions: new Set(under) };
  const chosen = chooseUploads(uploads, target);
  const ids = new Set(chosen.map(({ id }) => id));
  return {
    submission,
    target,
    chosen,
    versions: stored.filter((version) =>
      version.isMarker ? begun === null && version.key === key : ids.has(idOf(version)),
    ),
    judgedAgainst: submission === null ? [] : await findJudged(submission, revisions, ids, ports),
  };
}

/** Where the same bytes may lie under other names; null for a key that names no submission. */
const folderOf = (submission: SubmissionKey | null): string | null =>
  submission && `${UPLOADS_PREFIX}${submission.period}/${submission.submitter}/`;

const idOf = ({ bucket, key, versionId }: StoredVersion): string =>
  uploadId(bucket, key, versionId);

const eventOf = ({ bucket, key, versionId, storedAt, size }: StoredVersion): UploadEvent => ({
  bucket,
  key,
  versionId,
  eventTime: storedAt,
  size,
});

/**
 * Every upload of the submission, and those `taken` before, whom its list may not name yet. Of one that is not
 * final, what its revision says; of one that nobody has read yet the bytes are read, or the same file under
 * another name would be overlooked.
 */
async function knownUploads(
  submission: SubmissionKey | null,
  taken: Iterable<string>,
  stored: readonly StoredVersion[],
  revisions: readonly ComparedRevision[],
  { submissions, uploads: bucket }: SurveyPorts,
): Promise<readonly Upload[]> {
  const inBucket = stored
    .filter(({ isMarker }) => !isMarker)
    .map(eventOf)
    .map(receivedUpload);
  const listed = await submissions.uploadsOf(submission);
  const ids = new Set([
    ...taken,
    ...inBucket.map(({ id }) => id),
    ...listed.map(({ id }) => id),
    ...revisions.map(({ uploadId: id }) => id),
  ]);
  const uploads: Upload[] = [];
  for (const id of ids) {
    const upload = (await submissions.upload(id)) ?? inBucket.find((one) => one.id === id);
    if (upload === undefined) continue;
    const decided = revisions.find((revision) => revision.uploadId === id)?.verdict ?? null;
    const outcome = upload.outcome ?? decided?.outcome ?? null;
    const isUnread = outcome?.sha256 == null && inBucket.some((one) => one.id === id);
    const digest = isUnread ? await digestOf(upload, bucket) : null;
    uploads.push({
      ...upload,
      outcome: digest === null ? outcome : purgedVerdict(digest).outcome,
    });
  }
  return uploads;
}

/** SHA-256 of an upload's bytes, hex; null when they are gone, or more than intake would read. */
async function digestOf(
  upload: Upload,
  bucket: Pick<UploadsBucket, 'readUpload'>,
): Promise<string | null> {
  const bytes = await bucket.readUpload(upload, MAX_FILE_BYTES);
  return bytes instanceof Uint8Array ? createHash('sha256').update(bytes).digest('hex') : null;
}

async function findJudged(
  submission: SubmissionKey,
  revisions: readonly ComparedRevision[],
  purged: ReadonlySet<string>,
  { removals }: SurveyPorts,
): Promise<readonly RevisionKey[]> {
  const numbers = revisions.filter(({ uploadId: id }) => purged.has(id)).map((one) => one.revision);
  const isGone = (number: number | null | undefined): boolean =>
    number != null && numbers.includes(number);
  const later = await removals.revisionsOf({ ...submission, period: yearAfter(submission.period) });
  return [
    ...revisions.filter(({ comparedWith }) => isGone(comparedWith?.before)),
    ...later.filter(({ comparedWith }) => isGone(comparedWith?.lastYear)),
  ]
    .filter(({ uploadId: id }) => !purged.has(id))
    .map(({ period, submitter, revision }) => ({ period, submitter, revision }));
}
