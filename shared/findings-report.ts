import type { Judgement } from './judge.ts';
import type { Text } from './locale.ts';
import {
  countFindings,
  type Finding,
  type FindingAddress,
  type FindingCounts,
  type Params,
} from './rules/finding.ts';
import { type FindingLine, findingLines } from './rules/finding-lines.ts';
import { messageOf } from './rules/message.ts';
import type { Severity } from './severity.ts';

/** A finding as machines and people read it: with its message in both languages. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly group: string;
  readonly gate?: true;
  readonly at: FindingAddress;
  readonly params: Params;
  readonly message: Text;
  readonly suggestion?: string;
}

/**
 * A line as the issue list shows it: one finding, or those of one rule and cause in three rows or more.
 * Internal: it may hold what the unit explained.
 */
export interface ReportedLine extends Omit<FindingLine, 'findings'> {
  /** Places in `findings` of what it tells, from 0. */
  readonly findings: readonly number[];
}

/** findings.json, and one element of what `jixiao check --json` prints. */
export interface FindingsReport extends FindingCounts {
  readonly file: string;
  readonly form: string | null;
  readonly period: string | null;
  readonly unit: string | null;
  /** How many projects the table holds. */
  readonly rows: number;
  /** Every single finding. */
  readonly findings: readonly ReportedFinding[];
  /** The same as a person reads them: by section, drawn together. Each finding stands in one line. */
  readonly lines: readonly ReportedLine[];
}

/** The findings of a file in the shape that is promised to machines. */
export const findingsReport = (file: string, judgement: Judgement): FindingsReport => ({
  file,
  form: judgement.table?.form.id ?? null,
  period: judgement.period,
  unit: judgement.submitter,
  rows: judgement.table?.rows.length ?? 0,
  ...countFindings(judgement.findings),
  findings: judgement.findings.map(reportedFinding),
  lines: reportedLines(judgement),
});

function reportedLines({ findings, table }: Judgement): readonly ReportedLine[] {
  const places = new Map(findings.map((finding, index) => [finding, index]));
  return findingLines(findings, table).map((line) => ({
    ...line,
    findings: line.findings.flatMap((finding) => places.get(finding) ?? []),
  }));
}

function reportedFinding(finding: Finding): ReportedFinding {
  const { rule, severity, group, gate, at, params, suggestion } = finding;
  return {
    rule,
    severity,
    group,
    ...(gate === undefined ? {} : { gate }),
    at,
    params,
    message: messageOf(finding),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
