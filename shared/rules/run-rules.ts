import { leaves } from '../../templates/form.ts';
import type { Table } from '../rows/row.ts';
import { type Policy, type PolicyEntry, weightOn } from '../severity.ts';
import { THRESHOLDS, type Thresholds } from '../thresholds.ts';
import { CELL_RULES, FILE_RULES, ROW_RULES, TABLE_RULES } from './catalogue.ts';
import type { Finding, FindingAddress, Params } from './finding.ts';
import { bearable } from './limit-findings.ts';
import type {
  Hit,
  Rule,
  RuleContext,
  Scope,
  Scopes,
  TableContext,
  TextCell,
  UnreadFile,
} from './rule.ts';

/** Findings about a file without a table. */
export const judgeFile = (file: UnreadFile, context: RuleContext): readonly Finding[] =>
  FILE_RULES.flatMap((rule) => findingsOf(rule, rule.check(file, context), rule.severity, context));

/**
 * Findings about a table, in reading order: about the table first, then row by row from left to
 * right. The form's policy weighs each rule, the period's goes before it. No cell is told twice what
 * it is told once: see `bearable`.
 */
export function judgeTable(
  table: Table,
  known: Omit<TableContext, 'thresholds'>,
): readonly Finding[] {
  const context: TableContext = { ...known, thresholds: thresholdsOf(known) };
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

function ask<S extends Exclude<Scope, 'file'>>(
  rules: readonly Rule<S>[],
  inputs: readonly Scopes[S][],
  policy: Policy,
  context: TableContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const entry = policy[rule.id] ?? rule.severity;
    if (weightOn(entry, context.today) === 'off') continue;
    for (const input of inputs) {
      findings.push(...findingsOf(rule, rule.check(input, context), entry, context));
    }
  }
  return findings;
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

function findingsOf(
  rule: Rule,
  hits: Iterable<Hit<Params>>,
  entry: PolicyEntry,
  { today }: RuleContext,
): readonly Finding[] {
  const weight = weightOn(entry, today);
  if (weight === 'off') return [];
  // A gate mark never blocks, whatever a policy says.
  const severity = rule.gate === true ? 'hint' : weight;
  return Array.from(hits, (hit) => {
    const { suggestion } = hit;
    const at = shortAddress(hit.at);
    const params = shortParams(hit.params);
    return {
      rule: rule.id,
      severity,
      group: groupOf(rule, params, at),
      ...(rule.gate === true ? { gate: true as const } : {}),
      at,
      params,
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  });
}

/**
 * Characters of a text that a finding repeats: enough to know it by. A thousand findings that each
 * hold a cell full of text, again and again, would be more than a file or a machine can take.
 */
const MOST_QUOTED = 200;

const shortText = (text: string): string =>
  text.length <= MOST_QUOTED ? text : `${text.slice(0, MOST_QUOTED - 1).toWellFormed()}…`;

function shortAddress(at: FindingAddress): FindingAddress {
  const { serial, project } = at;
  const isShort = (serial?.length ?? 0) <= MOST_QUOTED && (project?.length ?? 0) <= MOST_QUOTED;
  if (isShort) return at;
  return {
    ...at,
    serial: serial === null ? null : shortText(serial),
    project: project === null ? null : shortText(project),
  };
}

function shortParams(params: Params): Params {
  const isLong = (value: string | number): boolean =>
    typeof value === 'string' && value.length > MOST_QUOTED;
  if (!Object.values(params).some(isLong)) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? shortText(value) : value,
    ]),
  );
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
