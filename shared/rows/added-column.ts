import type { AddedIndicator, ExtraIndicator } from './row.ts';

/** Half of an indicator: what was aimed at, or how far it was reached. */
export type IndicatorPart = 'target' | 'actual';

/**
 * The letter of the column in which a part of an added indicator stands; null where it has no column of
 * its own, or where several go by its title and none can be told from the others.
 */
export function addedColumn(
  added: readonly AddedIndicator[],
  { field, title }: Pick<ExtraIndicator, 'field' | 'title'>,
  part: IndicatorPart,
): string | null {
  const [only = null, ...others] = added.filter(
    (indicator) => indicator.field === field && indicator.title === title,
  );
  return others.length > 0 ? null : (only?.[part] ?? null);
}
