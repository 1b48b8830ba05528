import { noticeOf } from '../notice.ts';
import type { Notices } from '../ports.ts';
import type { Upload, UploadOutcome } from '../upload.ts';

/**
 * Tells unit and finance how an upload ends, before its final status is written: an attempt that dies
 * in between tells it once more. A notice that cannot be sent is told to the operator and keeps no
 * upload from its status (docs/decisions/0036).
 */
export async function tellOutcome(
  upload: Upload,
  outcome: UploadOutcome,
  notices: Notices,
): Promise<void> {
  const notice = noticeOf(upload, outcome);
  try {
    await notices.send(notice);
  } catch (error) {
    notices.unsent(notice, error);
  }
}
