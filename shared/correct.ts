import { type Leaf, leaves } from '../templates/form.ts';
import { readFigure } from './rows/read-figure.ts';
import type { Entry, Row, Table } from './rows/row.ts';
import { executionRateCorrect } from './rules/execution-rate-correct/rule.ts';
import type { Finding } from './rules/finding.ts';

/**
 * Rules whose suggestion may be taken over unasked: the value follows from the row alone. Amounts,
 * serials, names and words such as 无 are never changed for a unit.
 */
const CORRECTABLE: ReadonlySet<string> = new Set([executionRateCorrect.id]);

/** A table with its certain mistakes mended, and the findings that were settled by it. */
export interface Correction {
  readonly table: Table;
  readonly settled: readonly Finding[];
}

/** Puts the suggested value in place of every wrong one that may be corrected unasked. */
export function correctTable(table: Table, findings: readonly Finding[]): Correction {
  const settled = findings.filter(
    ({ rule, suggestion }) => CORRECTABLE.has(rule) && suggestion !== undefined,
  );
  const columns = new Map(leaves(table.form.columns).map((leaf) => [leaf.field, leaf]));
  return {
    table: { ...table, rows: table.rows.map((row) => correctRow(row, settled, columns)) },
    settled,
  };
}

function correctRow(
  row: Row,
  settled: readonly Finding[],
  columns: ReadonlyMap<string, Leaf>,
): Row {
  const entries = { ...row.entries };
  for (const { at, suggestion } of settled) {
    const leaf = columns.get(at.field ?? '');
    const entry = entries[at.field ?? ''];
    if (at.row !== row.number || leaf === undefined || entry === undefined) continue;
    entries[leaf.field] = retyped(entry, leaf, suggestion ?? entry.text);
  }
  return { ...row, entries };
}

const retyped = (entry: Entry, leaf: Leaf, text: string): Entry => ({
  at: entry.at,
  text,
  figure: readFigure({ at: entry.at, text }, leaf).figure,
});
