import type { FindingAddress } from '../../shared/rules/finding.ts';
import type { ShownFinding, ShownLine } from '../check/checked.ts';
import type { TableView, ViewCell } from '../check/table-view.ts';

/** What is told in a cell: a finding, or what people say of it. */
export interface ToldInCell
  extends Pick<ShownFinding, 'rule' | 'group' | 'severity' | 'gate' | 'suggestion' | 'message'> {
  readonly at: Pick<FindingAddress, 'cell' | 'row'>;
  /** Set where it is no rule that speaks: a comment, or that the cell is masked. */
  readonly mark?: 'comment' | 'masked';
}

/** What a cell is known by in the page: its address, or its place where it has none. */
export const keyOf = (cell: ViewCell, line: number, column: number): string =>
  cell.cell ?? `${line}:${column}`;

/** A cell below the header: line and column from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where everything stands: cells by their keys, findings by the cells they are shown in. */
export interface Places {
  /** Key → place; what stands above the table has none. */
  readonly places: ReadonlyMap<string, Place>;
  /** Key → places of findings in the list of all. */
  readonly findings: ReadonlyMap<string, readonly number[]>;
  /** The key of the cell a finding is shown in; null for one about the whole table. */
  readonly keyOfFinding: (finding: Pick<ToldInCell, 'at'>) => string | null;
}

/** Finds the cells of a table and the findings in them. */
export function placesIn(table: TableView, findings: readonly ToldInCell[]): Places {
  const places = new Map<string, Place>();
  const rows = new Map<number, string>();
  for (const [line, { number, cells }] of table.lines.entries()) {
    for (const [column, cell] of cells.entries()) {
      const key = keyOf(cell, line, column);
      places.set(key, { line, column });
      if (column === 0) rows.set(number, key);
    }
  }
  const captions = captionsOf(table).map(({ cell }) => cell);
  // A finding about a row as a whole is shown at its serial, as in the feedback workbook.
  const keyOfFinding = ({ at }: Pick<ToldInCell, 'at'>): string | null => {
    const isShown = at.cell !== null && (places.has(at.cell) || captions.includes(at.cell));
    return isShown ? at.cell : (rows.get(at.row ?? 0) ?? null);
  };
  const byKey = new Map<string, number[]>();
  for (const [index, finding] of findings.entries()) {
    const key = keyOfFinding(finding);
    if (key === null) continue;
    byKey.set(key, [...(byKey.get(key) ?? []), index]);
  }
  return { places, findings: byKey, keyOfFinding };
}

/** What stands above the table, as far as it is there. */
export const captionsOf = ({ title, submitter, amountUnit }: TableView): readonly ViewCell[] =>
  [title, submitter, amountUnit].filter((cell) => cell !== null);

/** How a cell with these findings is marked; by shape and word, not by colour alone. */
export type MarkName = 'error' | 'warning' | 'hint' | 'sign' | 'comment' | 'masked';

/** The gravest mark of some findings, what people say before what rules say; undefined for none. */
export const markOf = (
  findings: readonly Pick<ToldInCell, 'severity' | 'gate' | 'mark'>[],
): MarkName | undefined =>
  (['masked', 'comment', 'error', 'warning', 'sign', 'hint'] as const).find((name) =>
    findings.some((finding) => nameOfMark(finding) === name),
  );

/** What a finding is marked as. */
export const nameOfMark = ({
  severity,
  gate,
  mark,
}: Pick<ShownLine, 'severity' | 'gate'> & Pick<ToldInCell, 'mark'>): MarkName =>
  mark ?? (gate === true ? 'sign' : severity);
