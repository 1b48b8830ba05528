import type { Period } from '../../shared/period.ts';
import { reviewPolicyOf } from '../../shared/review-policy.ts';

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** A change of some fields; undefined takes a field away. */
export type PeriodChange = { readonly [Name in keyof Period]?: Period[Name] | undefined };

/** A period with a change; what is undefined, or an empty list, is left out as in a file of periods. */
export function changedPeriod(period: Period, change: PeriodChange): Period {
  const all = Object.entries({ ...period, ...change }).filter(
    ([name, value]) =>
      value !== undefined && (name === 'forms' || !Array.isArray(value) || value.length > 0),
  );
  return Object.fromEntries(all) as Writable<Period>;
}

/** Lines that hold something, without blanks around it. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\s,，;；]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The review policy with a change, as far as it is not the usual one. */
export function changedReview(
  period: Period,
  change: Partial<ReturnType<typeof reviewPolicyOf>>,
): Period['review'] {
  const usual = reviewPolicyOf({});
  const own = Object.entries({ ...reviewPolicyOf(period), ...change }).filter(
    ([name, value]) => usual[name as keyof typeof usual] !== value,
  );
  return own.length === 0 ? undefined : Object.fromEntries(own);
}
