import { unfiledFolder } from '../outputs.ts';
import type { IntakePorts } from '../ports.ts';
import type { Upload } from '../upload.ts';
import { judgeUnread } from './judge-unread.ts';
import { tellOutcome } from './tell-outcome.ts';
import { judgedOutcome } from './verdicts.ts';
import { writeFindings } from './write-findings.ts';

/** Returns an upload whose key names no submission, unread: nobody knows whose it is. */
export async function returnMisfiled(
  upload: Upload,
  { submissions, outputs, notices }: Pick<IntakePorts, 'submissions' | 'outputs' | 'notices'>,
): Promise<Upload> {
  const judgement = judgeUnread({ kind: 'misfiled', key: upload.key });
  const written = await writeFindings(upload, judgement, unfiledFolder(upload.id), outputs);
  const outcome = judgedOutcome('returned', judgement, written);
  await tellOutcome(upload, outcome, { submissions, notices });
  return submissions.finishUpload(upload.id, null, outcome);
}
