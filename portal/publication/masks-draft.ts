import { useEffect, useMemo, useState } from 'react';
import type { PublicationAnswer } from '../../functions/api/publication-schemas.ts';
import type { RevisionReviewAnswer } from '../../functions/api/review-schemas.ts';
import type { RowAndField } from '../table/official-view.ts';

/** A cell that is not to be public, with its reason. */
export type Mask = RevisionReviewAnswer['masks'][number];

/** The masks of a revision while somebody works on them: saved all at once. */
export interface MasksDraft {
  readonly masks: readonly Mask[];
  /** There is something to save: a change, or what an earlier revision had and nobody confirmed. */
  readonly isToSave: boolean;
  readonly isChanged: boolean;
  readonly add: (mask: Mask) => void;
  readonly remove: (place: RowAndField) => void;
  readonly drop: () => void;
}

const isAt =
  ({ row, field }: RowAndField) =>
  (mask: RowAndField): boolean =>
    mask.row === row && mask.field === field;

/** The mask of a cell; undefined for a cell that is not masked. */
export const maskAt = (masks: readonly Mask[], place: RowAndField): Mask | undefined =>
  masks.find(isAt(place));

/** Masks with one more, in place of what its cell had. */
export const withMask = (masks: readonly Mask[], mask: Mask): readonly Mask[] => [
  ...withoutMask(masks, mask),
  mask,
];

/** Masks without that of a cell. */
export const withoutMask = (masks: readonly Mask[], place: RowAndField): readonly Mask[] =>
  masks.filter((mask) => !isAt(place)(mask));

/** True for the same masks, whatever order they were set in. */
export function areSame(some: readonly Mask[], others: readonly Mask[]): boolean {
  const names = (masks: readonly Mask[]): string =>
    JSON.stringify(
      masks.map(({ sheet, row, field, reason }) => [sheet, row, field, reason].join('\n')).sort(),
    );
  return names(some) === names(others);
}

/** A draft that begins with what is saved, or with what is proposed to be. */
export function useMasksDraft(
  saved: readonly Mask[],
  toConfirm: PublicationAnswer['toConfirm'],
): MasksDraft {
  const start = toConfirm?.cells ?? saved;
  const name = JSON.stringify(start);
  const [masks, setMasks] = useState(start);
  // What was saved by now is where it begins again.
  useEffect(() => setMasks(JSON.parse(name) as readonly Mask[]), [name]);
  return useMemo(() => {
    const begin = JSON.parse(name) as readonly Mask[];
    const isChanged = !areSame(masks, begin);
    return {
      masks,
      isChanged,
      isToSave: isChanged || toConfirm !== null,
      add: (mask) => setMasks((before) => withMask(before, mask)),
      remove: (place) => setMasks((before) => withoutMask(before, place)),
      drop: () => setMasks(begin),
    };
  }, [masks, name, toConfirm]);
}
