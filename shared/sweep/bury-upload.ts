import { fileUpload } from '../intake/file-upload.ts';
import { judgeUnread } from '../intake/judge-unread.ts';
import { conclude, settleAccepted, withoutAcceptance } from '../intake/settle.ts';
import { writeFindings } from '../intake/write-findings.ts';
import { revisionFolder, unfiledFolder } from '../outputs.ts';
import type { SweepPorts } from '../ports.ts';
import { revisionKeyOf, type Upload, type UploadEvent } from '../upload.ts';
import { receivedUpload } from '../upload-id.ts';

/**
 * Ends an upload that intake failed on until its queue gave up: status `failed`, with a message for
 * the unit. If an attempt got as far as making it current, it is accepted after all.
 */
export async function buryUpload(event: UploadEvent, ports: SweepPorts): Promise<Upload> {
  const { submissions, outputs, clock } = ports;
  const now = clock.now().toISOString();
  const received = await submissions.recordUpload(receivedUpload(event), now);
  if (received.outcome !== null) return received;
  if (received.submission === null) {
    const written = await writeFindings(
      received,
      NOTHING_SAID,
      unfiledFolder(received.id),
      outputs,
    );
    const outcome = withoutAcceptance('failed', NOTHING_SAID, written);
    return submissions.finishUpload(received.id, null, outcome);
  }
  const upload = await fileUpload(received, received.submission, submissions);
  const head = await submissions.head(upload.submission);
  if (head?.current?.uploadId === upload.id) return settleAccepted(upload, head.current, ports);
  const judgement = { ...NOTHING_SAID, ...upload.submission };
  const folder = revisionFolder(revisionKeyOf(upload));
  const written = await writeFindings(upload, judgement, folder, outputs);
  return conclude(submissions, upload, withoutAcceptance('failed', judgement, written));
}

/** The fault is ours: nothing is said of the file. */
const NOTHING_SAID = judgeUnread({ kind: 'not-processed' });
