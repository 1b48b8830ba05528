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

/** What a form or a period says of a rule: its weight there, or that it is not asked at all. */
export type PolicyEntry = Severity | 'off';

/** Rule id → weight; a rule not listed keeps the weight it was defined with. */
export type Policy = Readonly<Record<string, PolicyEntry>>;
