import type { Table } from '../rows/row.ts';
import type { Policy } from '../severity.ts';
import { FILE_RULES, ROW_RULES, TABLE_RULES } from './catalogue.ts';
import type { Finding, FindingAddress, Params } from './finding.ts';
import type { Hit, Rule, RuleContext, TableContext, UnreadFile } from './rule.ts';

/** Findings about a file without a table. */
export const judgeFile = (file: UnreadFile, context: RuleContext): readonly Finding[] =>
  FILE_RULES.flatMap((rule) => findingsOf(rule, rule.check(file, context), {}));

/**
 * Findings about a table, in reading order: about the table first, then row by row from left to
 * right. The form's policy weighs each rule, the period's goes before it.
 */
export function judgeTable(table: Table, context: TableContext): readonly Finding[] {
  const policy = { ...context.form.policy, ...context.period?.policy };
  const aboutTable = TABLE_RULES.flatMap((rule) =>
    findingsOf(rule, rule.check(table, context), policy),
  );
  const aboutRows = ROW_RULES.flatMap((rule) =>
    table.rows.flatMap((row) => findingsOf(rule, rule.check(row, context), policy)),
  );
  return [...aboutTable, ...aboutRows].sort(inReadingOrder);
}

function findingsOf(rule: Rule, hits: Iterable<Hit<Params>>, policy: Policy): readonly Finding[] {
  const severity = policy[rule.id] ?? rule.severity;
  if (severity === 'off') return [];
  return [...hits].map(({ at, params, suggestion }) => ({
    rule: rule.id,
    severity,
    group: groupOf(rule, params, at),
    ...(rule.gate === true ? { gate: true as const } : {}),
    at,
    params,
    ...(suggestion === undefined ? {} : { suggestion }),
  }));
}

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
