import { countedAnswer, countedRevision } from '../../shared/counted.ts';
import { daysUntil } from '../../shared/due-day.ts';
import { reviewStateName } from '../../shared/review-state.ts';
import { ANSWER_NAMES } from '../../shared/status-names.ts';
import type { Head } from '../../shared/submission.ts';
import { NO_REVIEW, revisionReview } from '../../shared/submission-review.ts';
import { timeInOrder } from '../../shared/upload.ts';
import type { BoardUnit } from './board-units.ts';
import type { Board, BoardLine } from './review-schemas.ts';
import { standingOf } from './standing.ts';
import { statusNameOf } from './upload-line.ts';

/** How far one unit is on a day in China (`YYYY-MM-DD`). */
export function boardLine(
  { code, name, department, isOwed }: BoardUnit,
  head: Head | null,
  dueOn: string | null,
  today: string,
): BoardLine {
  const standing = standingOf(head);
  const review = reviewedLine(head);
  const { approved, published } = head?.review ?? NO_REVIEW;
  const counts = standing === 'accepted' || standing === 'answered';
  const isOpen = isOwed && approved === null && !counts;
  return {
    unit: { code, name },
    department,
    isOwed,
    standing,
    isOpen,
    daysLeft: isOpen && dueOn !== null ? daysUntil(dueOn, today) : null,
    latest: latestLine(head),
    current: currentLine(head),
    answer: answeredLine(head),
    review,
    approved,
    published,
  };
}

/** How many of those who owe are how far. */
export function boardCounts(lines: readonly BoardLine[]): Board['counts'] {
  const owed = lines.filter(({ isOwed }) => isOwed);
  const number = (is: (line: BoardLine) => boolean): number => owed.filter(is).length;
  return {
    owed: owed.length,
    open: number(({ isOpen }) => isOpen),
    overdue: number(({ daysLeft }) => daysLeft !== null && daysLeft < 0),
    answered: number(({ standing }) => standing === 'answered'),
    toReview: number(({ review }) => review !== null && TO_REVIEW.includes(review.state)),
    approved: number(({ approved }) => approved !== null),
  };
}

const TO_REVIEW: readonly string[] = ['pending', 'forwarded', 'waiting'];

/** Whoever is still to send first; then what is to be looked at; then the rest. By code among equals. */
export const byUrgency = (one: BoardLine, other: BoardLine): number =>
  rank(one) - rank(other) || (one.unit.code < other.unit.code ? -1 : 1);

function rank({ isOpen, standing, review }: BoardLine): number {
  if (isOpen) return standing === 'missing' ? 0 : 1;
  return review !== null && TO_REVIEW.includes(review.state) ? 2 : 3;
}

function latestLine(head: Head | null): BoardLine['latest'] {
  if (head === null || head.latest === null) return null;
  const { uploadId: id, revision, status, order } = head.latest;
  const receivedAt = timeInOrder(order);
  return { id, revision, status, statusName: statusNameOf({ status, revision }, head), receivedAt };
}

function currentLine(head: Head | null): BoardLine['current'] {
  const counted = head === null ? null : countedRevision(head);
  if (counted === null) return null;
  const { uploadId: id, revision, receivedAt, table, counts } = counted;
  return { id, revision, receivedAt, rows: table.rows, counts };
}

function answeredLine(head: Head | null): BoardLine['answer'] {
  const answer = head === null ? null : countedAnswer(head);
  return answer === null ? null : { kindName: ANSWER_NAMES[answer.kind], at: answer.at };
}

function reviewedLine(head: Head | null): BoardLine['review'] {
  const counted = head === null ? null : countedRevision(head);
  if (head === null || counted === null) return null;
  const { state, decided } = revisionReview(head.review ?? NO_REVIEW, counted.revision);
  return {
    state,
    stateName: reviewStateName({ state, decided }),
    decided: decided === null ? null : { name: decided.name, at: decided.at },
  };
}
