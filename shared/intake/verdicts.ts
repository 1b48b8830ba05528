import { knownForm } from '../../templates/forms.ts';
import type { Judgement } from '../judge.ts';
import type { RecordSet } from '../records/record.ts';
import { countByRule, countFindings } from '../rules/finding.ts';
import type { CurrentRevision, Verdict } from '../submission.ts';
import { figuresOf, unitTotalsOf } from '../submission-figures.ts';
import {
  type FiledUpload,
  type FinishedUpload,
  orderOf,
  type UploadOutcome,
  type UploadOutputs,
} from '../upload.ts';
import { fileNameOf } from '../upload-id.ts';
import type { Evidence } from './gather-evidence.ts';
import { judgeUnread } from './judge-unread.ts';

/** No finding is an error: the rows stand in report and summary once it is current. */
export const acceptedVerdict = (
  upload: FiledUpload,
  recordSet: RecordSet,
  judgement: Judgement,
  evidence: Evidence,
  outputs: UploadOutputs,
): Verdict => ({
  outcome: {
    ...judgedOutcome('accepted', judgement, outputs),
    ...sourceOf(evidence),
    ...(evidence.isAfterClose ? { afterClose: true as const } : {}),
  },
  accepted: currentRevisionOf(upload, recordSet, judgement, evidence, outputs),
});

/** What HEAD says of a revision once it is current. */
const currentRevisionOf = (
  upload: FiledUpload,
  recordSet: RecordSet,
  judgement: Judgement,
  evidence: Evidence,
  outputs: UploadOutputs,
): CurrentRevision => ({
  uploadId: upload.id,
  order: orderOf(upload),
  revision: upload.revision,
  table: {
    form: recordSet.form,
    submitterName: recordSet.submitter.name,
    ...(recordSet.title === undefined ? {} : { title: recordSet.title }),
    attachment: recordSet.attachment,
    rows: recordSet.records.length,
  },
  units: unitTotalsOf(recordSet.records),
  figures: figuresOf(recordSet.records, knownForm(recordSet.form)),
  ...countsOf(judgement),
  fileName: fileNameOf(upload.key),
  key: upload.key,
  versionId: upload.versionId,
  outputs,
  receivedAt: upload.eventTime,
  sha256: evidence.sha256 ?? '',
  recalled: null,
  fingerprint: evidence.fingerprint,
});

/**
 * A finding is an error: what was accepted before it stays in report and summary. `arguable` are the
 * records that finance may accept all the same; null for none.
 */
export const returnedVerdict = (
  upload: FiledUpload,
  arguable: RecordSet | null,
  judgement: Judgement,
  evidence: Evidence,
  outputs: UploadOutputs,
): Verdict => ({
  outcome: { ...judgedOutcome('returned', judgement, outputs), ...sourceOf(evidence) },
  accepted: null,
  ...(arguable === null
    ? {}
    : { arguable: currentRevisionOf(upload, arguable, judgement, evidence, outputs) }),
});

/** The same bytes once more: the same status and outputs, and nothing else. */
export function repeatedVerdict({ id, outcome }: FinishedUpload): Verdict {
  // What it repeats is current, whenever it came.
  const { afterClose: _, ...repeated } = outcome;
  return { outcome: { ...repeated, duplicateOf: id }, accepted: null };
}

/** The fault is ours: nothing is said of the file. */
export const NOT_PROCESSED = judgeUnread({ kind: 'not-processed' });

/** Intake failed until its queue gave up. */
export const failedVerdict = (outputs: UploadOutputs): Verdict => ({
  outcome: judgedOutcome('failed', NOT_PROCESSED, outputs),
  accepted: null,
});

/** Nothing is left of it; `sha256` only tells which file it was. */
export const purgedVerdict = (sha256: string | null): Verdict => ({
  outcome: { ...judgedOutcome('purged', { table: null, findings: [] }, {}), sha256 },
  accepted: null,
});

/** The outcome of an upload whose bytes are not known. */
export const judgedOutcome = (
  status: UploadOutcome['status'],
  { table, findings }: Pick<Judgement, 'table' | 'findings'>,
  outputs: UploadOutputs,
): UploadOutcome => ({
  status,
  form: table?.form.id ?? null,
  rows: table?.rows.length ?? 0,
  counts: countFindings(findings),
  sha256: null,
  fingerprint: null,
  outputs,
  duplicateOf: null,
  superseded: false,
});

const sourceOf = ({
  sha256,
  fingerprint,
  judge,
}: Evidence): Pick<UploadOutcome, 'sha256' | 'fingerprint' | 'judge'> => ({
  sha256,
  fingerprint,
  judge,
});

const countsOf = ({ findings }: Judgement): Pick<CurrentRevision, 'counts' | 'countsByRule'> => ({
  counts: countFindings(findings),
  countsByRule: countByRule(findings),
});
