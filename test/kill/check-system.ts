import type { S3Client } from '@aws-sdk/client-s3';
import { type OpenStore, openStore } from '../../local/open-store.ts';
import type { RunningSystem } from '../../local/system.ts';
import { reportKey, revisionFolder } from '../../shared/outputs.ts';
import type { Upload } from '../../shared/upload.ts';
import { uploadId } from '../../shared/upload-id.ts';
import {
  bytesOf,
  OUTPUTS,
  PERIOD,
  s3At,
  sha256,
  UPLOADS,
  type Version,
  versionsOf,
} from './buckets.ts';
import { submissionProblems } from './check-submission.ts';
import type { SentFile } from './small-table.ts';
import { jsonOf, namesOf } from './written.ts';

/* What docs/guarantees.md promises, seen from outside: through S3 and the table alone. */

/** What must hold and does not. */
export async function brokenPromises(
  system: RunningSystem,
  sent: readonly SentFile[],
): Promise<readonly string[]> {
  const store = openStore(system);
  const s3 = s3At(system.s3);
  try {
    const problems: string[] = [];
    for await (const problem of allProblems(store, s3, sent)) problems.push(problem);
    return problems;
  } finally {
    s3.destroy();
    store.close();
  }
}

async function* allProblems(
  store: OpenStore,
  s3: S3Client,
  sent: readonly SentFile[],
): AsyncGenerator<string> {
  const versions = await versionsOf(s3, UPLOADS);
  const outputs = await versionsOf(s3, OUTPUTS);
  yield* lostVersions(versions, sent);
  const uploads: Upload[] = [];
  for (const { key, versionId } of versions) {
    const upload = await store.submissions.upload(uploadId(UPLOADS, key, versionId));
    if (upload === null) yield `${key} ${versionId} was never recorded`;
    else uploads.push(upload);
  }
  for (const upload of uploads) {
    const file = await fileOf(upload, s3, sent);
    yield* uploadProblems(upload, file, outputs);
    if (upload.status === 'accepted' && upload.outcome?.duplicateOf == null) {
      yield* acceptedProblems(upload, file, store, s3);
    }
  }
  yield* changedOutputs(outputs);
  yield* ownerless(outputs, uploads);
  for (const submitter of new Set(uploads.map(({ submission }) => submission?.submitter ?? ''))) {
    const own = uploads.filter(({ submission }) => submission?.submitter === submitter);
    yield* submissionProblems(submitter, own, store, s3);
  }
}

/** What S3 said it has, it has. */
function* lostVersions(versions: readonly Version[], sent: readonly SentFile[]): Iterable<string> {
  const there = new Set(versions.map(({ versionId }) => versionId));
  for (const { key, versionId } of sent) {
    if (versionId !== null && !there.has(versionId)) yield `${key} ${versionId} is lost`;
  }
}

/** What was sent as this version; of one whose answer never came, by its bytes. */
async function fileOf(
  { key, versionId }: Upload,
  s3: S3Client,
  sent: readonly SentFile[],
): Promise<SentFile | undefined> {
  const known = sent.find((file) => file.versionId === versionId);
  if (known !== undefined) return known;
  const bytes = await bytesOf(s3, UPLOADS, key, versionId);
  return sent.find(({ body }) => sha256(body) === sha256(bytes));
}

function* uploadProblems(
  { key, versionId, status, outcome }: Upload,
  file: SentFile | undefined,
  outputs: readonly Version[],
): Iterable<string> {
  if (file === undefined) yield `${key} ${versionId} holds what nobody sent`;
  else if (status !== file.status) yield `${key} ${versionId} is ${status}, not ${file.status}`;
  const there = new Set(outputs.map((output) => output.key));
  for (const output of Object.values(outcome?.outputs ?? {})) {
    if (!there.has(output)) yield `${output} of ${versionId} is not there`;
  }
}

/** Rows, records.json and report of an accepted upload are of what was sent. */
async function* acceptedProblems(
  { submission, revision, versionId, outcome }: Upload,
  file: SentFile | undefined,
  { submissions }: OpenStore,
  s3: S3Client,
): AsyncGenerator<string> {
  if (submission === null || revision === null || outcome === null) {
    yield `${versionId} was accepted without a place`;
    return;
  }
  const place = { ...submission, revision };
  const wanted = JSON.stringify(file?.projects);
  const rows = await submissions.recordsOf(place, outcome.rows);
  if (namesOf(rows) !== wanted) yield `the store holds ${namesOf(rows)} of ${versionId}`;
  const records = await jsonOf(s3, outcome.outputs.records ?? '');
  if (namesOf(records.records) !== wanted) yield `records.json of ${versionId} differs`;
  const report = (await submissions.revision(place))?.report;
  if (report?.state !== 'ready') yield `the report of ${versionId} is ${report?.state}`;
  const pdf = await bytesOf(s3, OUTPUTS, reportKey(revisionFolder(place)));
  if (!new TextDecoder().decode(pdf.slice(0, 5)).startsWith('%PDF-')) {
    yield `the report of ${versionId} is no PDF`;
  }
}

/** Whatever was written again below a revision is the same bytes. */
function* changedOutputs(outputs: readonly Version[]): Iterable<string> {
  const first = new Map<string, string>();
  for (const { key, etag } of outputs) {
    if (!key.startsWith('submissions/')) continue;
    const before = first.get(key) ?? etag;
    first.set(key, before);
    if (before !== etag) yield `${key} was written with other bytes`;
  }
}

function* ownerless(outputs: readonly Version[], uploads: readonly Upload[]): Iterable<string> {
  const folders = uploads.flatMap(({ submission, revision }) =>
    submission === null || revision === null ? [] : [revisionFolder({ ...submission, revision })],
  );
  const owned = [...folders, `summaries/${PERIOD}`].map((folder) => `${folder}/`);
  for (const { key } of outputs) {
    if (!owned.some((folder) => key.startsWith(folder))) yield `${key} belongs to nobody`;
  }
}
