import { useMemo } from 'react';
import type { Sums } from '../../functions/api/sums-schemas.ts';
import { useLanguage } from '../language.tsx';
import { BarChart } from './bar-chart.tsx';
import { Part } from './part.tsx';
import { SumTable } from './sum-table.tsx';
import { SUMS_WORDS } from './sums-words.ts';

/** Rules that the chart shows: the most frequent. */
const MOST_BARS = 12;

/** Which rules found how much. */
export function RulePart({ rules }: { readonly rules: Sums['rules'] }) {
  const { say } = useLanguage();
  const bars = useMemo(
    () =>
      rules.slice(0, MOST_BARS).map(({ number, title, findings }) => ({
        name: `${number} ${say(title)}`,
        bars: [{ length: findings, text: String(findings) }],
      })),
    [rules, say],
  );
  const series = useMemo(() => [{ name: say(SUMS_WORDS.count), colour: '#8a5a00' }], [say]);
  const title = say(SUMS_WORDS.rules);
  if (rules.length === 0)
    return (
      <Part title={SUMS_WORDS.rules} note={SUMS_WORDS.rulesNone}>
        {null}
      </Part>
    );
  return (
    <Part title={SUMS_WORDS.rules}>
      <BarChart title={title} rows={bars} series={series} />
      <SumTable
        caption={title}
        titles={(['rule', 'count', 'tables'] as const).map((name) => say(SUMS_WORDS[name]))}
        rows={rules.map(({ rule, number, title: asks, findings, tables }) => ({
          key: rule,
          name: `${number} ${say(asks)}`,
          cells: [findings, tables],
        }))}
      />
    </Part>
  );
}
