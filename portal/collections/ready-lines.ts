import type { BoardLine } from '../../functions/api/review-schemas.ts';

/**
 * True for a return without an error or a warning that may take this step: what has warnings is looked at
 * one by one. Whether it is allowed is for the API to say.
 */
export function isReadyFor(kind: 'forward' | 'approve', line: BoardLine): boolean {
  const { current, review, late, department } = line;
  if (current === null || review === null || late !== null) return false;
  if (current.counts.errors + current.counts.warnings > 0) return false;
  if (kind === 'forward') return review.state === 'pending' && department !== null;
  return review.state === 'forwarded' || (review.state === 'pending' && department === null);
}
