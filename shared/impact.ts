import { type Finding, isError } from './rules/finding.ts';
import { type Policy, SEVERITIES, type Severity, type Weight } from './severity.ts';

/** A count under the policy that holds, and under the one that is tried. */
export interface Tried {
  readonly now: number;
  readonly tried: number;
}

/** Whether a change would return what passes now, accept what is returned now, or neither. */
export type Turn = 'returned' | 'accepted' | 'none';

/** What a change makes of the findings of one rule. */
export interface RuleImpact {
  readonly rule: string;
  /** Findings that there would be and are not now, and the other way. */
  readonly appear: number;
  readonly vanish: number;
  /** Findings that stay and would weigh more, or less. */
  readonly heavier: number;
  readonly lighter: number;
}

/** What a change of policy makes of one table (影响). */
export interface Impact {
  readonly errors: Tried;
  readonly warnings: Tried;
  readonly turn: Turn;
  /** Warnings that there would be where now is a hint or nothing. */
  readonly newWarnings: number;
  /** The rules of which anything changes, by id. */
  readonly rules: readonly RuleImpact[];
}

/** Compares what is found of one table under two policies, all else being the same. */
export function impactOf(now: readonly Finding[], tried: readonly Finding[]): Impact {
  const errors = { now: now.filter(isError).length, tried: tried.filter(isError).length };
  const warnings = { now: now.filter(isWarning).length, tried: tried.filter(isWarning).length };
  const rules = new Map<string, Counters>();
  let newWarnings = 0;
  for (const { rule, before, after } of matched(now, tried)) {
    const change = changeOf(before, after);
    if (after === 'warning' && before !== 'error' && before !== 'warning') newWarnings += 1;
    if (change !== null) countIn(rules, rule, { [change]: 1 });
  }
  return { errors, warnings, turn: turnOf(errors), newWarnings, rules: listOf(rules) };
}

const isWarning = ({ severity }: Finding): boolean => severity === 'warning';

function turnOf({ now, tried }: Tried): Turn {
  if (now === 0 && tried > 0) return 'returned';
  return now > 0 && tried === 0 ? 'accepted' : 'none';
}

/** A finding under both policies; null where one of them has it not. */
interface Match {
  readonly rule: string;
  readonly before: Severity | null;
  readonly after: Severity | null;
}

/** Findings of one rule at one place are the same, whatever a threshold has them say. */
function* matched(now: readonly Finding[], tried: readonly Finding[]): Generator<Match> {
  const [before, after] = [byPlace(now), byPlace(tried)];
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    const [olds, news] = [before.get(place) ?? [], after.get(place) ?? []];
    const [{ rule = '' } = {}] = [...olds, ...news];
    for (let index = 0; index < Math.max(olds.length, news.length); index += 1) {
      const [old, next] = [olds[index], news[index]];
      yield { rule, before: old?.severity ?? null, after: next?.severity ?? null };
    }
  }
}

function byPlace(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { sheet, row, column, field } = finding.at;
    const place = JSON.stringify([finding.rule, sheet, row, column, field]);
    const there = places.get(place);
    if (there === undefined) places.set(place, [finding]);
    else there.push(finding);
  }
  return places;
}

function changeOf(before: Severity | null, after: Severity | null): keyof Counters | null {
  if (before === after) return null;
  if (before === null) return 'appear';
  if (after === null) return 'vanish';
  return SEVERITIES.indexOf(after) < SEVERITIES.indexOf(before) ? 'heavier' : 'lighter';
}

type Counters = { [Name in Exclude<keyof RuleImpact, 'rule'>]: number };

const NOTHING: Counters = { appear: 0, vanish: 0, heavier: 0, lighter: 0 };

function countIn(rules: Map<string, Counters>, rule: string, more: Partial<Counters>): void {
  const counters = rules.get(rule) ?? { ...NOTHING };
  for (const name of Object.keys(NOTHING) as (keyof Counters)[]) {
    counters[name] += more[name] ?? 0;
  }
  rules.set(rule, counters);
}

const listOf = (rules: ReadonlyMap<string, Counters>): readonly RuleImpact[] =>
  [...rules]
    .map(([rule, counters]) => ({ rule, ...counters }))
    .sort((one, other) => (one.rule < other.rule ? -1 : 1));

/** What becomes of a table, in one word; the gravest goes first. */
export type ImpactKind = 'returned' | 'accepted' | 'warned' | 'changed' | 'same';

/** Turned, or else with new warnings, or else with other findings than now, or else the same. */
export function impactKind({ turn, newWarnings, rules }: Impact): ImpactKind {
  if (turn !== 'none') return turn;
  if (newWarnings > 0) return 'warned';
  return rules.length > 0 ? 'changed' : 'same';
}

/** What a change makes of several tables. */
export type ImpactSum = Readonly<Record<ImpactKind, number>> & {
  readonly rules: readonly RuleImpact[];
};

/** Adds up what a change makes of tables, one count a kind; rules by id. */
export function sumOfImpacts(impacts: readonly Impact[]): ImpactSum {
  const kinds = { returned: 0, accepted: 0, warned: 0, changed: 0, same: 0 };
  const rules = new Map<string, Counters>();
  for (const impact of impacts) {
    kinds[impactKind(impact)] += 1;
    for (const { rule, ...counters } of impact.rules) countIn(rules, rule, counters);
  }
  return { ...kinds, rules: listOf(rules) };
}

/** A policy with every stage of it as if its day had come. */
export const stagesCome = (policy: Policy): Readonly<Record<string, Weight>> =>
  Object.fromEntries(
    Object.entries(policy).map(([rule, entry]) => [
      rule,
      typeof entry === 'string' ? entry : entry.severity,
    ]),
  );
