import type { Duty } from '../../shared/bureau-state.ts';
import { countedAnswer, countedRevision } from '../../shared/counted.ts';
import type { Text } from '../../shared/locale.ts';
import { reviewStateName } from '../../shared/review-state.ts';
import { ANSWER_NAMES } from '../../shared/status-names.ts';
import type { Head } from '../../shared/submission.ts';
import { timeInOrder } from '../../shared/upload.ts';
import type { BoardLine } from './review-schemas.ts';

type Action = NonNullable<BoardLine['lastAction']>;

/** What was done last about a return: sent, answered, decided, extended or reminded. */
export function lastAction(head: Head | null, { extension, reminded }: Duty): Action | null {
  const all = [
    ...(head === null ? [] : sentActions(head)),
    ...(extension === null ? [] : [by(EXTENDED, extension)]),
    ...(reminded === null ? [] : [by(REMINDED, reminded)]),
  ];
  return all.toSorted((one, other) => (one.at < other.at ? -1 : 1)).at(-1) ?? null;
}

const EXTENDED: Text = { zh: '延期', en: 'Extended' };
const REMINDED: Text = { zh: '催报', en: 'Reminded' };

const by = (name: Text, { at, name: person }: { at: string; name: string }): Action => ({
  name,
  at,
  by: person,
});

function sentActions(head: Head): readonly Action[] {
  const { latest, review } = head;
  const answer = countedAnswer(head);
  const decided = review?.revisions[countedRevision(head)?.revision ?? 0];
  return [
    ...(latest === null ? [] : [sent(latest.revision, timeInOrder(latest.order))]),
    ...(answer === null ? [] : [by(ANSWER_NAMES[answer.kind], { at: answer.at, name: answer.by })]),
    ...(decided?.decided == null ? [] : [by(reviewStateName(decided), decided.decided)]),
  ];
}

const sent = (revision: number, at: string): Action => ({
  name: { zh: `报送第 ${revision} 版`, en: `Sent revision ${revision}` },
  at,
  by: null,
});
