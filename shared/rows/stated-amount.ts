import type { Amount } from '../money.ts';
import type { Row } from './row.ts';

/** The amount that stands in a column of a row; undefined where it is blank or could not be read. */
export function statedAmount({ entries }: Row, field: string): Amount | undefined {
  const figure = entries[field]?.figure;
  return figure?.kind === 'amount' ? figure.amount : undefined;
}
