import { noticeOf } from '../notice.ts';
import type { IntakePorts } from '../ports.ts';
import type { Upload, UploadOutcome } from '../upload.ts';

/**
 * Tells unit and finance how an upload ends, before its final status is written: an attempt that dies
 * in between tells it once more, one that comes after another has finished does not. A notice that cannot be sent is told to the operator and keeps no
 * upload from its status (docs/decisions/0036).
 */
export async function tellOutcome(
  upload: Upload,
  outcome: UploadOutcome,
  { submissions, notices }: Pick<IntakePorts, 'submissions' | 'notices'>,
): Promise<void> {
  if ((await submissions.upload(upload.id))?.outcome != null) return;
  const notice = noticeOf(upload, outcome);
  try {
    await notices.send(notice);
  } catch (error) {
    notices.unsent(notice, error);
  }
}
