import type { Text } from './locale.ts';

/**
 * How much a finding weighs. Only an `error` (错误) returns an upload: it marks what cannot be printed
 * or added up. A `warning` (警告, 须说明) asks for an explanation, a `hint` (提示) only informs.
 */
export type Severity = 'error' | 'warning' | 'hint';

/** The order in which findings are shown. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/** What a severity is called wherever people read it. */
export const SEVERITY_NAMES: Readonly<Record<Severity, Text>> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  hint: { zh: '提示', en: 'Hint' },
};

/** What a rule weighs: a severity, or `off` when it is not asked at all. */
export type Weight = Severity | 'off';

/**
 * A weight that changes on a date, so that units learn of a new rule before it returns their tables:
 * `{ severity: 'error', from: '2027-01-01', before: 'warning' }`.
 */
export interface StagedWeight {
  readonly severity: Weight;
  /** First day on which it holds, `YYYY-MM-DD`, in China. */
  readonly from: string;
  /** What holds until then. */
  readonly before: Weight;
}

/** What a form or a period says of a rule. */
export type PolicyEntry = Weight | StagedWeight;

/** Rule id → weight; a rule not listed keeps the weight it was defined with. */
export type Policy = Readonly<Record<string, PolicyEntry>>;

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** True for a day written `2027-01-01`. */
export const isDay = (text: string): boolean => DATE.test(text);

/** The weight on a day (`YYYY-MM-DD`); without a day the earlier one holds. */
export function weightOn(entry: PolicyEntry, today: string | null): Weight {
  if (typeof entry === 'string') return entry;
  return today !== null && today >= entry.from ? entry.severity : entry.before;
}

/** Milliseconds by which China is ahead of UTC. */
const CHINA_AHEAD = 8 * 60 * 60 * 1000;

/** The day in China of a moment written as ISO 8601: 2026-12-31T17:00:00Z is 2027-01-01. */
export const dayInChina = (moment: string): string =>
  new Date(Date.parse(moment) + CHINA_AHEAD).toISOString().slice(0, 10);

/** The minute in China of a moment written as ISO 8601: `2027-01-01 01:00`. */
export const minuteInChina = (moment: string): string =>
  new Date(Date.parse(moment) + CHINA_AHEAD)
    .toISOString()
    .slice(0, 'yyyy-mm-ddThh:mm'.length)
    .replace('T', ' ');
