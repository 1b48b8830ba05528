import type { Answer, CurrentRevision, Head } from './submission.ts';

/*
 * What of a submission counts: the later of its newest accepted table and its newest answer, unless the
 * unit took it back. What was before it does not come back by that.
 */

type Placed = { readonly order: string };

const isLater = (one: Placed, other: Placed | null | undefined): boolean =>
  other == null || one.order > other.order;

/** The table that counts; null where none does. */
export const countedRevision = ({ current, answer }: Head): CurrentRevision | null =>
  current !== null && current.recalled === null && isLater(current, answer) ? current : null;

/** The answer that counts in place of a table; null where none does. */
export const countedAnswer = ({ current, answer }: Head): Answer | null =>
  answer !== undefined && answer.recalled === null && isLater(answer, current) ? answer : null;

/** Number of the revision that its unit took back, where nothing else has come since; else null. */
export function recalledRevision({ current, answer }: Head): number | null {
  const last = answer !== undefined && isLater(answer, current) ? answer : current;
  return last === null || last.recalled === null ? null : last.revision;
}

/**
 * What was accepted after the period was closed (期后报送) and waits for finance to take it; null where
 * nothing does.
 */
export const lateRevision = ({ late, current, answer }: Head): CurrentRevision | null =>
  late !== undefined && isLater(late, current) && isLater(late, answer) ? late : null;
