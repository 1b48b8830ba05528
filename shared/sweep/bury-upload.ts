import { fileUpload } from '../intake/file-upload.ts';
import { repeatedBefore } from '../intake/find-original.ts';
import { conclude } from '../intake/settle.ts';
import {
  failedVerdict,
  judgedOutcome,
  NOT_PROCESSED,
  repeatedVerdict,
} from '../intake/verdicts.ts';
import { writeFindings } from '../intake/write-findings.ts';
import { revisionFolder, unfiledFolder } from '../outputs.ts';
import type { SweepPorts } from '../ports.ts';
import { revisionKeyOf, type Upload, type UploadEvent } from '../upload.ts';
import { receivedUpload } from '../upload-id.ts';

/**
 * Ends an upload that intake failed on until its queue gave up: status `failed`, with a message for
 * the unit. If an attempt got as far as a verdict, that stands.
 */
export async function buryUpload(event: UploadEvent, ports: SweepPorts): Promise<Upload> {
  const { submissions, outputs, clock } = ports;
  const now = clock.now().toISOString();
  const received = await submissions.recordUpload(receivedUpload(event), now);
  if (received.outcome !== null) return received;
  if (received.submission === null) {
    const folder = unfiledFolder(received.id);
    const written = await writeFindings(received, NOT_PROCESSED, folder, outputs);
    return submissions.finishUpload(
      received.id,
      null,
      judgedOutcome('failed', NOT_PROCESSED, written),
    );
  }
  const upload = await fileUpload(received, received.submission, submissions);
  const head = await submissions.head(upload.submission);
  const original = await repeatedBefore(upload, head, submissions);
  const verdict =
    original === null
      ? failedVerdict(revisionFolder(revisionKeyOf(upload)))
      : repeatedVerdict(original);
  return conclude(upload, verdict, ports);
}
