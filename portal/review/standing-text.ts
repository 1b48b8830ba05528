import type { BoardLine } from '../../functions/api/review-schemas.ts';
import type { Text } from '../../shared/locale.ts';
import { SEND_WORDS } from '../send-words.ts';

/** How a unit stands, in a word: by its review where something is reviewed, else by what it sent. */
export function standingText({ standing, review, answer }: BoardLine): Text {
  if (review !== null) return review.stateName;
  return answer?.kindName ?? SEND_WORDS[standing];
}
