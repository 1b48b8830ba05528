import type { Upload } from '../upload.ts';
import type { SettlePorts } from './settle.ts';

/**
 * An upload that is final is announced again: the next stages may have missed their message. Asks
 * again for what is not ready, and changes nothing.
 */
export async function tellAgain(
  upload: Upload,
  { submissions, jobs }: SettlePorts,
): Promise<Upload> {
  const { submission, revision } = upload;
  if (submission === null || revision === null) return upload;
  const key = { ...submission, revision };
  const printed = await submissions.revision(key);
  if (printed?.report.state === 'pending') await jobs.render(key);
  const summary = await submissions.summaryState(submission.period);
  if (summary !== null && summary.summaryFile < summary.generation) {
    await jobs.summarise({ period: submission.period });
  }
  return upload;
}
