import { fileUpload } from '../intake/file-upload.ts';
import { repeatedBefore } from '../intake/find-original.ts';
import { returnMisfiled } from '../intake/return-misfiled.ts';
import { conclude } from '../intake/settle.ts';
import { failedVerdict, NOT_PROCESSED, repeatedVerdict } from '../intake/verdicts.ts';
import { writeFindings } from '../intake/write-findings.ts';
import { failureFolder, revisionFolder } from '../outputs.ts';
import type { SweepPorts } from '../ports.ts';
import { revisionKeyOf, type Upload, type UploadEvent } from '../upload.ts';
import { receivedUpload } from '../upload-id.ts';

/**
 * Ends an upload that intake failed on until its queue gave up: status `failed`, with a message for
 * the unit. If an attempt got as far as a verdict, that stands; one whose key names no submission is
 * returned as intake would have.
 */
export async function buryUpload(event: UploadEvent, ports: SweepPorts): Promise<Upload> {
  const { submissions, outputs, clock } = ports;
  const now = clock.now().toISOString();
  const received = await submissions.recordUpload(receivedUpload(event), now);
  if (received.outcome !== null) return received;
  // Nothing of it has to be read to know how it ends, and two attempts must not end it in two ways.
  if (received.submission === null) return returnMisfiled(received, ports);
  const upload = await fileUpload(received, received.submission, submissions);
  const head = await submissions.head(upload.submission);
  const original = await repeatedBefore(upload, head, submissions);
  if (original !== null) return conclude(upload, repeatedVerdict(original), ports);
  const folder = failureFolder(revisionFolder(revisionKeyOf(upload)));
  const judgement = { ...NOT_PROCESSED, ...upload.submission };
  const written = await writeFindings(upload, judgement, folder, outputs);
  return conclude(upload, failedVerdict(written), ports);
}
