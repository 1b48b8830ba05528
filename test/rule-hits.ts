import type { Refusal } from '../shared/cells/read-result.ts';
import type { Table } from '../shared/rows/row.ts';
import type { Rule, RuleContext, TableContext } from '../shared/rules/rule.ts';
import { THRESHOLDS } from '../shared/thresholds.ts';
import type { Register } from '../shared/unit.ts';
import { leaves } from '../templates/form.ts';
import { PERIODS, periodById } from '../templates/periods.ts';

/** Two bureaus, one of them with a subordinate. */
export const REGISTER: Register = [
  { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局', aliases: ['区发改局'], parent: null },
  { code: 'LG-GXJ', name: '深圳市龙岗区工业和信息化局', aliases: [], parent: null },
  { code: 'LG-TZTGS', name: '深圳市龙岗区投资推广署', aliases: [], parent: 'LG-GXJ' },
];

/** The context of an upload by LG-FGJ for 2021; `overrides` change single things. */
export function ruleContext(overrides: Partial<RuleContext> = {}): RuleContext {
  return {
    periodId: '2021',
    period: periodById('2021') ?? PERIODS[0] ?? null,
    submitterCode: 'LG-FGJ',
    submitter: REGISTER[0] ?? null,
    register: REGISTER,
    previous: null,
    lastYear: null,
    today: null,
    canPrint: () => true,
    ...overrides,
  };
}

/** What a test says of a hit: the cell and what the message is made from. */
export interface SeenHit {
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly suggestion?: string;
}

const seen = (hits: ReturnType<Rule['check']>): readonly SeenHit[] =>
  [...hits].map(({ at, params, suggestion }) => ({
    cell: at.cell,
    params,
    ...(suggestion === undefined ? {} : { suggestion }),
  }));

const tableContext = (table: Table, overrides: Partial<TableContext>): TableContext => ({
  form: table.form,
  addedIndicators: table.addedIndicators,
  thresholds: THRESHOLDS,
  ...ruleContext(overrides),
  ...overrides,
});

/** The hits of a row rule on every row of a table. */
export const rowHits = (
  rule: Rule<'row'>,
  table: Table,
  overrides: Partial<TableContext> = {},
): readonly SeenHit[] =>
  table.rows.flatMap((row) => seen(rule.check(row, tableContext(table, overrides))));

/** The hits of a cell rule on every filled text cell of a table. */
export const cellHits = (
  rule: Rule<'cell'>,
  table: Table,
  overrides: Partial<TableContext> = {},
): readonly SeenHit[] =>
  table.rows.flatMap((row) =>
    leaves(table.form.columns).flatMap((leaf) => {
      const entry = row.entries[leaf.field];
      return leaf.type !== 'text' || entry === undefined || entry.text === ''
        ? []
        : seen(rule.check({ row, leaf, entry }, tableContext(table, overrides)));
    }),
  );

/** The hits of a table rule. */
export const tableHits = (
  rule: Rule<'table'>,
  table: Table,
  overrides: Partial<TableContext> = {},
): readonly SeenHit[] => seen(rule.check(table, tableContext(table, overrides)));

/** The hits of a file rule on a file that was not read. */
export const refusalHits = (rule: Rule<'file'>, refusal: Refusal): readonly SeenHit[] =>
  seen(rule.check({ refusal }, ruleContext()));
