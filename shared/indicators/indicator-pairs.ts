import {
  type FormDefinition,
  fieldTitle,
  type IndicatorPair,
  indicatorPairs,
} from '../../templates/form.ts';
import type { Text } from '../locale.ts';
import type { Entry, Row } from '../rows/row.ts';

/** An indicator of a form: `quantity`, `satisfaction`, with the official titles of its columns. */
export interface Indicator extends IndicatorPair {
  readonly key: string;
  readonly targetTitle: Text;
  readonly actualTitle: Text;
}

const known = new WeakMap<FormDefinition, readonly Indicator[]>();

/** The indicators of a form from left to right, worked out once a form. */
export function indicatorsOf(form: FormDefinition): readonly Indicator[] {
  const before = known.get(form);
  if (before !== undefined) return before;
  const indicators = indicatorPairs(form).map((pair) => ({
    ...pair,
    key: pair.target.slice(0, -'Target'.length),
    targetTitle: fieldTitle(form, pair.target),
    actualTitle: fieldTitle(form, pair.actual),
  }));
  known.set(form, indicators);
  return indicators;
}

/** A filled-in indicator of a row: both of its cells hold something. */
export interface FilledIndicator {
  readonly indicator: Indicator;
  readonly target: Entry;
  readonly actual: Entry;
}

/** The indicators of a row of which neither cell is blank. */
export function* filledIndicators(row: Row, form: FormDefinition): Iterable<FilledIndicator> {
  for (const indicator of indicatorsOf(form)) {
    const target = row.entries[indicator.target];
    const actual = row.entries[indicator.actual];
    if (target === undefined || actual === undefined) continue;
    if (target.text !== '' && actual.text !== '') yield { indicator, target, actual };
  }
}
