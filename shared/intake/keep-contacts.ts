import type { Contact } from '../rows/row.ts';
import type { Submissions } from '../store/submissions.ts';
import type { FiledUpload } from '../upload.ts';

/**
 * Keeps who is named on an upload's table. Done before the upload is decided, so that an attempt that
 * dies is repeated whole; the verdict, which others read, does not hold them.
 */
export async function keepContacts(
  upload: FiledUpload,
  contacts: readonly Contact[],
  submissions: Pick<Submissions, 'keepContacts'>,
): Promise<void> {
  if (contacts.length > 0) await submissions.keepContacts(upload.id, contacts);
}
