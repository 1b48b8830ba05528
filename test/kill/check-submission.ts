import type { S3Client } from '@aws-sdk/client-s3';
import type { OpenStore } from '../../local/open-store.ts';
import { newestSummaryKey } from '../../shared/outputs.ts';
import { orderOf, type Upload } from '../../shared/upload.ts';
import { PERIOD } from './buckets.ts';
import { jsonOf, namesOf } from './written.ts';

/** Revisions are numbered without gaps; the newest uploads stand, in the head and in the summary. */
export async function* submissionProblems(
  submitter: string,
  uploads: readonly Upload[],
  { submissions }: OpenStore,
  s3: S3Client,
): AsyncGenerator<string> {
  const numbers = uploads.map(({ revision }) => revision ?? 0).sort((a, b) => a - b);
  if (numbers.some((number, index) => number !== index + 1)) {
    yield `revisions of ${submitter} are ${numbers}`;
  }
  const sorted = [...uploads].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const accepted = sorted.findLast(({ status }) => status === 'accepted');
  const standing = accepted?.outcome?.duplicateOf ?? accepted?.id;
  const head = await submissions.head({ period: PERIOD, submitter });
  if (head?.latest?.uploadId !== sorted.at(-1)?.id)
    yield `latest of ${submitter} is not its newest`;
  if (head?.current?.uploadId !== standing)
    yield `current of ${submitter} is not its newest accepted`;
  if (head?.current == null) return;
  const summary = await jsonOf(s3, newestSummaryKey(PERIOD, 'json'));
  const told = summary.submissions.find((one) => one.submitter.code === submitter);
  const rows = await submissions.recordsOf(
    { period: PERIOD, submitter, revision: head.current.revision },
    head.current.table.rows,
  );
  const isSame = namesOf(told?.projects ?? []) === namesOf(rows);
  if (told?.current?.revision !== head.current.revision || !isSame) {
    yield `the summary tells of another revision of ${submitter}`;
  }
}
