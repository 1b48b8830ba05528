import { leaves } from '../../templates/form.ts';
import type { Table } from '../rows/row.ts';
import { type Policy, type Severity, weightOn } from '../severity.ts';
import { THRESHOLDS, type Thresholds } from '../thresholds.ts';
import { CELL_RULES, FILE_RULES, ROW_RULES, TABLE_RULES } from './catalogue.ts';
import type { Finding, FindingAddress, Params } from './finding.ts';
import { bearable } from './limit-findings.ts';
import type {
  ContextOf,
  Hit,
  Rule,
  RuleContext,
  Scope,
  Scopes,
  TableContext,
  TextCell,
  UnreadFile,
} from './rule.ts';
import { shortHit } from './short-hit.ts';

/** Findings about a file without a table. */
export const judgeFile = (file: UnreadFile, context: RuleContext): readonly Finding[] =>
  ask(FILE_RULES, [file], {}, context);

/**
 * Findings about a table, in reading order: about the table first, then row by row from left to
 * right. The form's policy weighs each rule, the period's goes before it. No cell is told twice what
 * it is told once: see `bearable`.
 */
export function judgeTable(
  table: Table,
  known: Omit<TableContext, 'thresholds' | 'addedIndicators'>,
): readonly Finding[] {
  const { addedIndicators } = table;
  const context: TableContext = { ...known, addedIndicators, thresholds: thresholdsOf(known) };
  const policy = { ...context.form.policy, ...context.period?.policy };
  const findings = [
    ...ask(TABLE_RULES, [table], policy, context),
    ...ask(ROW_RULES, table.rows, policy, context),
    ...ask(CELL_RULES, textCells(table), policy, context),
  ];
  return bearable(findings).toSorted(inReadingOrder);
}

/** The usual lines, the form's and the period's, the last going first. */
const thresholdsOf = ({ form, period }: Pick<TableContext, 'form' | 'period'>): Thresholds => ({
  ...THRESHOLDS,
  ...form.thresholds,
  ...period?.thresholds,
});

function ask<S extends Scope>(
  rules: readonly Rule<S>[],
  inputs: readonly Scopes[S][],
  policy: Policy,
  context: ContextOf[S],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const weight = weightOn(policy[rule.id] ?? rule.severity, context.today);
    if (weight === 'off') continue;
    // A gate mark never blocks, whatever a policy says.
    const severity = rule.gate === true ? 'hint' : weight;
    addFindings(findings, rule, severity, inputs, context);
  }
  return findings;
}

/** Of thousands of checks nearly all yield nothing: none of them may cost an array. */
function addFindings<S extends Scope>(
  findings: Finding[],
  rule: Rule<S>,
  severity: Severity,
  inputs: readonly Scopes[S][],
  context: ContextOf[S],
): void {
  for (const input of inputs) {
    for (const hit of rule.check(input, context)) findings.push(findingOf(rule, severity, hit));
  }
}

/** Every filled text cell of the projects, row by row from left to right. */
function textCells(table: Table): readonly TextCell[] {
  const texts = leaves(table.form.columns).filter(
    ({ type }) => type === 'text' || type === 'extension',
  );
  return table.rows.flatMap((row) =>
    texts.flatMap((leaf) => {
      const entry = row.entries[leaf.field];
      return entry === undefined || entry.text === '' ? [] : [{ row, leaf, entry }];
    }),
  );
}

const findingOf = (rule: Rule, severity: Severity, hit: Hit<Params>): Finding => {
  const { at, params, suggestion } = shortHit(hit);
  return {
    rule: rule.id,
    severity,
    group: groupOf(rule, params, at),
    ...(rule.gate === true ? { gate: true as const } : {}),
    at,
    params,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
};

function groupOf(rule: Rule, params: Params, at: FindingAddress): string {
  const cause = rule.cause?.(params, at) ?? '';
  return cause === '' ? rule.id : `${rule.id}:${cause}`;
}

/** AA after Z: longer letters first, then by letter. */
const byColumn = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : Number(a > b));

/** Findings or lines in the order in which a sheet is read: by row, then from left to right. */
export const inReadingOrder = (a: Pick<Finding, 'at'>, b: Pick<Finding, 'at'>): number =>
  (a.at.row ?? 0) - (b.at.row ?? 0) || byColumn(a.at.column ?? '', b.at.column ?? '');
