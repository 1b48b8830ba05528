import type { Jobs } from '../ports.ts';
import type { Submissions } from '../store/submissions.ts';
import type { GivenAnswer } from '../submission.ts';

/** What settling an answer needs. */
export interface SettleAnswerPorts {
  readonly submissions: Submissions;
  readonly jobs: Pick<Jobs, 'summarise'>;
}

/**
 * Makes an answer that is kept the one that counts, unless something newer is there, and wakes the
 * summary. Each step may have been taken by an attempt that died: then it changes nothing. That all
 * were taken is noted last, so that the sweep repeats whatever died.
 */
export async function settleAnswer(
  { submission, answer }: GivenAnswer,
  { submissions, jobs }: SettleAnswerPorts,
): Promise<void> {
  await submissions.moveAnswer(submission, answer);
  await submissions.noteFirst(submission, 'received', answer.at);
  await submissions.noteFirst(submission, 'accepted', answer.at);
  await submissions.raiseGeneration(submission.period, answer.id);
  await jobs.summarise({ period: submission.period });
  await submissions.answerSettled({ ...submission, revision: answer.revision });
}
