import type { Judgement } from '../judge.ts';
import type { IntakePorts } from '../ports.ts';
import type { RecordSet } from '../records/record.ts';
import { totalsByUnit } from '../records/totals.ts';
import { countFindings, type Finding } from '../rules/finding.ts';
import type { AcceptedTable, CurrentRevision } from '../submission.ts';
import { type FiledUpload, orderOf, revisionKeyOf } from '../upload.ts';
import { fileNameOf } from '../upload-id.ts';
import type { Evidence } from './gather-evidence.ts';

/** Stores the rows of a revision, where nobody looks before HEAD names it. */
export async function storeRecords(
  upload: FiledUpload,
  recordSet: RecordSet,
  { submissions, clock }: Pick<IntakePorts, 'submissions' | 'clock'>,
): Promise<void> {
  const key = revisionKeyOf(upload);
  await submissions.saveRecords(key, recordSet.records);
  await submissions.expectReport(key, acceptedTable(recordSet), clock.now().toISOString());
}

/** What HEAD says of a revision once it is the current one. */
export const currentRevision = (
  upload: FiledUpload,
  recordSet: RecordSet,
  { findings }: Judgement,
  { sha256, fingerprint }: Evidence,
): CurrentRevision => ({
  uploadId: upload.id,
  order: orderOf(upload),
  revision: upload.revision,
  table: acceptedTable(recordSet),
  units: totalsByUnit(recordSet.records),
  counts: countFindings(findings),
  countsByRule: countByRule(findings),
  fileName: fileNameOf(upload.key),
  receivedAt: upload.eventTime,
  sha256: sha256 ?? '',
  judge: fingerprint,
});

const acceptedTable = (recordSet: RecordSet): AcceptedTable => ({
  form: recordSet.form,
  submitterName: recordSet.submitter.name,
  attachment: recordSet.attachment,
  rows: recordSet.records.length,
});

function countByRule(findings: readonly Finding[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
