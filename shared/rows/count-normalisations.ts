import type { Entry, Normalisation, NormalisationKind, Row } from './row.ts';

/**
 * What reading changed in the rows: each kind once, with how often and where first, in the order in
 * which the kinds appear. A table whose every figure is a text, as a CSV's are, is not told so.
 */
export function countNormalisations(rows: readonly Row[]): readonly Normalisation[] {
  const counted = new Map<NormalisationKind, Normalisation>();
  let hasStoredFigure = false;
  for (const { entries } of rows) {
    for (const entry of Object.values(entries)) {
      if (isStoredFigure(entry)) hasStoredFigure = true;
      for (const kind of entry.normalised ?? []) {
        const { count, at } = counted.get(kind) ?? { count: 0, at: entry.at };
        counted.set(kind, { kind, count: count + 1, at });
      }
    }
  }
  if (!hasStoredFigure) counted.delete('text-figure');
  return [...counted.values()];
}

/** A figure that the file holds as a number. */
const isStoredFigure = ({ figure, normalised = [] }: Entry): boolean =>
  (figure?.kind === 'amount' || figure?.kind === 'rate') &&
  !normalised.includes('text-figure') &&
  !normalised.includes('full-width-figure');
