import type { Submissions } from '../store/submissions.ts';
import type { FiledUpload, SubmissionKey, Upload } from '../upload.ts';

/** Gives an upload its place among the revisions of its submission. */
export async function fileUpload(
  upload: Upload,
  submission: SubmissionKey,
  submissions: Pick<Submissions, 'reserveRevision'>,
): Promise<FiledUpload> {
  const revision = await submissions.reserveRevision(submission, upload.id);
  return { ...upload, submission, revision };
}
