import { type Duty, noDuty } from '../../shared/bureau-state.ts';
import { countedAnswer, countedRevision, lateRevision } from '../../shared/counted.ts';
import type { Period } from '../../shared/period.ts';
import { reviewStateName } from '../../shared/review-state.ts';
import { ANSWER_NAMES } from '../../shared/status-names.ts';
import type { Head } from '../../shared/submission.ts';
import { NO_REVIEW, revisionReview } from '../../shared/submission-review.ts';
import { timeInOrder } from '../../shared/upload.ts';
import type { BoardUnit } from './board-units.ts';
import { lastAction } from './last-action.ts';
import type { Board, BoardLine } from './review-schemas.ts';
import { isDone, standingOf } from './standing.ts';
import { timingOf } from './timing.ts';
import { statusNameOf } from './upload-line.ts';

/** A day (in China, `YYYY-MM-DD`) on which the board of a period is looked at. */
export interface BoardDay {
  readonly period: Period;
  /** Unit code → what was settled of it. */
  readonly duties: ReadonlyMap<string, Duty>;
  readonly today: string;
}

/** How far one unit is. */
export function boardLine(
  { code, name, department, isOwed }: BoardUnit,
  head: Head | null,
  { period, duties, today }: BoardDay,
): BoardLine {
  const duty = duties.get(code) ?? noDuty(code);
  const timing = timingOf(period, duty, head, today);
  const standing = standingOf(head);
  const review = reviewedLine(head);
  const { approved, published } = head?.review ?? NO_REVIEW;
  const counts = isDone(standing);
  const isOpen = isOwed && approved === null && !counts;
  return {
    unit: { code, name },
    department,
    isOwed,
    standing,
    isOpen,
    daysLeft: isOpen ? timing.daysLeft : null,
    timing,
    late: lateLine(head),
    reminded: duty.reminded === null ? null : { name: duty.reminded.name, at: duty.reminded.at },
    lastAction: lastAction(head, duty),
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
    late: number(({ timing }) => timing.daysLate !== null && timing.daysLate > 0),
    answered: number(({ standing }) => standing === 'answered'),
    toReview: number(isToReview),
    approved: number(({ approved }) => approved !== null),
  };
}

const TO_REVIEW: readonly string[] = ['pending', 'forwarded', 'waiting'];

const isToReview = ({ review, late }: BoardLine): boolean =>
  late !== null || (review !== null && TO_REVIEW.includes(review.state));

/**
 * Whoever is still to send first, the most overdue before all; then what is to be looked at; then the
 * rest. By code among equals.
 */
export const byUrgency = (one: BoardLine, other: BoardLine): number =>
  (one.isOpen && other.isOpen ? daysOf(one) - daysOf(other) : 0) ||
  rank(one) - rank(other) ||
  (one.unit.code < other.unit.code ? -1 : 1);

/** Without a due day last; a number, so that two of them compare as equal. */
const daysOf = ({ daysLeft }: BoardLine): number => daysLeft ?? Number.MAX_SAFE_INTEGER;

function rank(line: BoardLine): number {
  if (line.isOpen) return line.standing === 'missing' ? 0 : 1;
  return isToReview(line) ? 2 : 3;
}

function lateLine(head: Head | null): BoardLine['late'] {
  const late = head === null ? null : lateRevision(head);
  if (late === null) return null;
  const { uploadId: id, revision, receivedAt } = late;
  return { id, revision, receivedAt };
}

function latestLine(head: Head | null): BoardLine['latest'] {
  if (head === null || head.latest === null) return null;
  const { uploadId: id, revision, status, duplicateOf, order } = head.latest;
  const receivedAt = timeInOrder(order);
  const statusName = statusNameOf({ status, revision, duplicateOf }, head);
  return { id, revision, status, statusName, receivedAt };
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
