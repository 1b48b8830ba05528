import type { CellPlace, RevisionReview } from '../submission-review.ts';
import type { GateMark } from './situation.ts';

/** Marked places that are neither signed off nor masked. */
export const openGates = (
  { cleared, masks }: Pick<RevisionReview, 'cleared' | 'masks'>,
  gates: readonly GateMark[],
): readonly GateMark[] =>
  gates.filter(({ mark, cell }) => {
    const isMasked = cell !== null && masks.some((masked) => isSameCell(masked, cell));
    return cleared[mark] === undefined && !isMasked;
  });

/** True for the same cell of the unit's file. */
export const isSameCell = (a: CellPlace, b: CellPlace): boolean =>
  a.sheet === b.sheet && a.row === b.row && a.field === b.field;
