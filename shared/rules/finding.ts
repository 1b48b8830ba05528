import type { Severity } from '../severity.ts';

/** Plain JSON: findings are stored and rendered in the reader's language only at the edge. */
export type Params = Readonly<Record<string, string | number>>;

/** Where a finding points. Every field is null for a finding about the file as a whole. */
export interface FindingAddress {
  readonly sheet: string | null;
  /** `L17`, in the unit's own file. */
  readonly cell: string | null;
  /** The sheet's row number. */
  readonly row: number | null;
  /** The column letter. */
  readonly column: string | null;
  /** Field of the form. */
  readonly field: string | null;
  /** 序号 of the project. */
  readonly serial: string | null;
  /** 项目名称 of the project. */
  readonly project: string | null;
}

/** A problem the rules found (校验问题): a value, not an exception. */
export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Rule and cause: findings of one group are told in one line when there are three or more. */
  readonly group: string;
  /** Set when the matter must be signed off before publication (公开前签认); not a severity. */
  readonly gate?: true;
  readonly at: FindingAddress;
  readonly params: Params;
  /** What should stand in the cell, as it would be typed. */
  readonly suggestion?: string;
}

/** The address of a finding about the whole file. */
export const WHOLE_FILE: FindingAddress = {
  sheet: null,
  cell: null,
  row: null,
  column: null,
  field: null,
  serial: null,
  project: null,
};

/** How many findings of each severity there are; gate marks are listed apart and not counted. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
}

/** True for a finding that returns the upload to its unit. */
export const isError = (finding: Pick<Finding, 'severity'>): boolean =>
  finding.severity === 'error';

/** Counts findings by severity, gate marks apart. */
export function countFindings(
  findings: readonly Pick<Finding, 'severity' | 'gate'>[],
): FindingCounts {
  const counted = findings.filter(({ gate }) => gate !== true);
  return {
    errors: counted.filter(isError).length,
    warnings: counted.filter(({ severity }) => severity === 'warning').length,
    hints: counted.filter(({ severity }) => severity === 'hint').length,
  };
}

/** Rule id → number of findings, gate marks among them. */
export function countByRule(
  findings: readonly Pick<Finding, 'rule'>[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}
