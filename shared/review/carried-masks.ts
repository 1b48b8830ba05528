import { matchProjects } from '../records/match-projects.ts';
import type { ProjectRecord } from '../records/record.ts';
import { type MaskedCell, revisionReview, type SubmissionReview } from '../submission-review.ts';

/** Masks of an earlier revision that somebody must confirm for a later one, or let go. */
export interface EarlierMasks {
  readonly revision: number;
  readonly masks: readonly MaskedCell[];
}

/**
 * What was masked in the nearest earlier revision in which masks were set; null where nothing was, and
 * once the masks of this revision were set themselves, even to none.
 */
export function masksToConfirm(review: SubmissionReview, revision: number): EarlierMasks | null {
  if (isDecided(review, revision)) return null;
  const earlier = Object.keys(review.revisions)
    .map(Number)
    .filter((each) => each < revision && isDecided(review, each))
    .sort((a, b) => b - a)[0];
  if (earlier === undefined) return null;
  const { masks } = revisionReview(review, earlier);
  return masks.length === 0 ? null : { revision: earlier, masks };
}

const isDecided = (review: SubmissionReview, revision: number): boolean => {
  const { masked, masks } = revisionReview(review, revision);
  // Masks from before it was kept who set them.
  return masked !== null || masks.length > 0;
};

/** Masks where they stand in a later table; `lost`: those whose project is not in it. */
export interface CarriedMasks {
  readonly cells: readonly MaskedCell[];
  readonly lost: readonly MaskedCell[];
}

/** Brings masks from one table to a later one, project by project. */
export function carriedMasks(
  masks: readonly MaskedCell[],
  before: readonly ProjectRecord[],
  after: readonly ProjectRecord[],
): CarriedMasks {
  const later = new Map(
    matchProjects(before, after).pairs.map(([was, is]) => [placeOf(was.source), is.source]),
  );
  const moved = masks.map((mask) => ({ mask, source: later.get(placeOf(mask)) }));
  return {
    cells: moved.flatMap(({ mask, source }) =>
      source === undefined ? [] : [{ ...mask, sheet: source.sheet, row: source.row }],
    ),
    lost: moved.filter(({ source }) => source === undefined).map(({ mask }) => mask),
  };
}

const placeOf = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  JSON.stringify([sheet, row]);
