import type { Judgement } from './judge.ts';
import type { Text } from './locale.ts';
import {
  countFindings,
  type Finding,
  type FindingAddress,
  type FindingCounts,
  type Params,
} from './rules/finding.ts';
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

/** findings.json, and one element of what `jixiao check --json` prints. */
export interface FindingsReport extends FindingCounts {
  readonly file: string;
  readonly form: string | null;
  readonly period: string | null;
  readonly unit: string | null;
  /** How many projects the table holds. */
  readonly rows: number;
  readonly findings: readonly ReportedFinding[];
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
});

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
