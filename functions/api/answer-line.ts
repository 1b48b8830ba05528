import { countedAnswer } from '../../shared/counted.ts';
import { ANSWER_NAMES } from '../../shared/status-names.ts';
import type { Answer, Head } from '../../shared/submission.ts';
import type { AnswerLine } from './schemas.ts';

/** An answer as lists show it. */
export const answerLine = (answer: Answer, head: Head | null): AnswerLine => ({
  id: answer.id,
  kind: answer.kind,
  kindName: ANSWER_NAMES[answer.kind],
  revision: answer.revision,
  reason: answer.reason,
  at: answer.at,
  sender: { sub: answer.sub, name: answer.by },
  isCurrent: head !== null && countedAnswer(head)?.id === answer.id,
  recalledAt: answer.recalled?.at ?? null,
});
