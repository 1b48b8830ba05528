import type { ImpactPageAnswer, TableImpactLine } from '../../functions/api/impact-schemas.ts';
import { canonicalJson } from '../../shared/audit/canonical-json.ts';
import { type Impact, type ImpactKind, impactKind } from '../../shared/impact.ts';
import type { Period } from '../../shared/period.ts';

/** The part of a period that can be tried. */
export type PolicyDraft = Pick<Period, 'policy' | 'thresholds'>;

/** What of a draft is tried. */
export const policyIn = ({ policy, thresholds }: Period): PolicyDraft => ({
  ...(policy === undefined ? {} : { policy }),
  ...(thresholds === undefined ? {} : { thresholds }),
});

/** A policy that is or was tried on what was filed, as far as it has come. */
export interface ImpactTrial {
  readonly tried: PolicyDraft;
  /** Digest of the settings that held when it began. */
  readonly basedOn: string;
  readonly tables: readonly TableImpactLine[];
  /** Returns that were looked at, of all; null before the first page. */
  readonly done: number;
  readonly total: number | null;
  /** Where to go on; null at the beginning and at the end. */
  readonly after: string | null;
  readonly state: 'running' | 'stopped' | 'ended';
  /** Why it stopped, where nobody stopped it. */
  readonly problem: unknown;
}

/** A trial that has not come anywhere yet. */
export const begunTrial = (tried: PolicyDraft, basedOn: string): ImpactTrial => ({
  tried,
  basedOn,
  tables: [],
  done: 0,
  total: null,
  after: null,
  state: 'running',
  problem: null,
});

/** With one page more. What was filed meanwhile makes no more than all. */
export function withPage(trial: ImpactTrial, page: ImpactPageAnswer): ImpactTrial {
  const done = trial.done + page.submissions;
  return {
    ...trial,
    tables: [...trial.tables, ...page.tables],
    done,
    total: Math.max(done, page.next === null ? 0 : (page.total ?? trial.total ?? 0)),
    after: page.next,
    state: page.next === null ? 'ended' : 'running',
  };
}

/** How a trial fits what stands in the form now. */
export function trialAge(
  { tried, basedOn }: ImpactTrial,
  draft: PolicyDraft,
  standing: string,
): 'current' | 'earlierDraft' | 'earlierSettings' {
  if (canonicalJson(tried) !== canonicalJson(draft)) return 'earlierDraft';
  return basedOn === standing ? 'current' : 'earlierSettings';
}

/** A table that was tried. */
export type TriedTable = TableImpactLine & {
  readonly impact: Impact;
  readonly upload: NonNullable<TableImpactLine['upload']>;
  readonly standing: NonNullable<TableImpactLine['standing']>;
};

/** The tables that were tried. */
export const triedTables = (tables: readonly TableImpactLine[]): readonly TriedTable[] =>
  tables.filter(
    (table): table is TriedTable =>
      table.impact !== null && table.upload !== null && table.standing !== null,
  );

const ORDER: readonly ImpactKind[] = ['returned', 'accepted', 'warned', 'changed'];

/** Those of which anything changes: what turns first, by unit among equals. */
export const touchedTables = (tables: readonly TriedTable[]): readonly TriedTable[] =>
  ORDER.flatMap((kind) => tables.filter(({ impact }) => impactKind(impact) === kind));
