import type { Row, Table } from '../rows/row.ts';
import type { Finding } from '../rules/finding.ts';

/** Characters of a typed text that are repeated in a list; the table holds the whole. */
const QUOTED_LENGTH = 120;

/** What the unit typed where a finding points, shortened; — where it points at no cell of a line. */
export function typedAt(
  { at }: Pick<Finding, 'at'>,
  { rows, leftOut }: Pick<Table, 'rows' | 'leftOut'>,
): string {
  const row =
    rowNumbered(rows, at.row ?? 0) ?? leftOut.find((line) => line.row.number === at.row)?.row;
  if (row === undefined || at.field === null) return '—';
  const typed = row.entries[at.field]?.text ?? '';
  if (typed === '') return '（空）';
  const characters = [...typed];
  if (characters.length <= QUOTED_LENGTH) return typed;
  return `${characters.slice(0, QUOTED_LENGTH).join('')}……（共 ${characters.length} 字）`;
}

/** The row with a number of the sheet; rows stand in the order of their numbers. */
function rowNumbered(rows: readonly Row[], number: number): Row | undefined {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  const found = rows[low];
  return found?.number === number ? found : undefined;
}
