import { correctTable } from '../../shared/correct.ts';
import type { Judgement } from '../../shared/judge.ts';
import type { Text } from '../../shared/locale.ts';
import { countFindings, type Finding, type FindingCounts } from '../../shared/rules/finding.ts';
import { type FindingLine, findingLines } from '../../shared/rules/finding-lines.ts';
import { messageOf } from '../../shared/rules/message.ts';
import type { Mends } from './mends.ts';
import { type TableView, tableView } from './table-view.ts';

/** A finding as the page shows it, with its message. */
export interface ShownFinding extends Omit<Finding, 'params'> {
  readonly message: Text;
}

/** A line of the list beside the table. */
export interface ShownLine extends Omit<FindingLine, 'findings'> {
  /** Places in `findings` of what it tells, from 0. */
  readonly findings: readonly number[];
}

/** What the page knows of a file once it is checked: plain data, fit to cross from the worker. */
export interface Checked {
  readonly form: string | null;
  readonly period: string | null;
  /** Name of the submitter as the sheet states it. */
  readonly submitter: string | null;
  readonly projects: number;
  readonly counts: FindingCounts;
  readonly findings: readonly ShownFinding[];
  readonly lines: readonly ShownLine[];
  /** Null for a file without a table. */
  readonly table: TableView | null;
  /** Cells that can be put right without asking, by their addresses. */
  readonly certain: Mends['cells'];
}

/** A judgement as the page shows it. */
export function checkedOf({ table, period, findings }: Judgement): Checked {
  const places = new Map(findings.map((finding, index) => [finding, index]));
  return {
    form: table?.form.id ?? null,
    period,
    submitter: table?.submitterName?.text ?? null,
    projects: table?.rows.length ?? 0,
    counts: countFindings(findings),
    findings: findings.map((finding) => {
      const { params: _, ...shown } = finding;
      return { ...shown, message: messageOf(finding) };
    }),
    lines: findingLines(findings, table).map((line) => ({
      ...line,
      findings: line.findings.flatMap((finding) => places.get(finding) ?? []),
    })),
    table: table === null ? null : tableView(table),
    certain: table === null ? {} : certainMends(correctTable(table, findings).changes),
  };
}

const certainMends = (changes: ReturnType<typeof correctTable>['changes']): Mends['cells'] =>
  Object.fromEntries(
    changes.flatMap(({ row, field, after }) => {
      const cell = row.entries[field]?.at.cell;
      return cell === undefined ? [] : [[cell, after]];
    }),
  );
