import { useMemo } from 'react';
import type { TableSumsAnswer } from '../../functions/api/sums-schemas.ts';
import { useLanguage } from '../language.tsx';
import { amountText, NO_FIGURE, rateText } from './amounts.ts';
import { BarChart } from './bar-chart.tsx';
import { moneyRow, moneySeries } from './money-bars.ts';
import { Part } from './part.tsx';
import { SumTable } from './sum-table.tsx';
import { SUMS_WORDS } from './sums-words.ts';

const SOURCES = ['general', 'fund', 'nonFiscal'] as const;

/** Budget and spending by source of funds, as far as the forms state it. */
export function SourcePart({ sums: { totals } }: { readonly sums: TableSumsAnswer }) {
  const { say } = useLanguage();
  const { budget, actual } = totals;
  const bars = useMemo(
    () =>
      SOURCES.map((source) => moneyRow(say(SUMS_WORDS[source]), budget[source], actual[source])),
    [budget, actual, say],
  );
  const series = useMemo(() => moneySeries(say), [say]);
  const title = say(SUMS_WORDS.sources);
  return (
    <Part title={SUMS_WORDS.sources} note={SUMS_WORDS.sourceNote}>
      <BarChart title={title} rows={bars} series={series} />
      <SumTable
        caption={title}
        titles={(['source', 'budget', 'actual', 'rate'] as const).map((name) =>
          say(SUMS_WORDS[name]),
        )}
        rows={([...SOURCES, 'total'] as const).map((source) => ({
          key: source,
          name: say(SUMS_WORDS[source]),
          cells: [
            amountText(budget[source]),
            amountText(actual[source]),
            stated(budget[source], actual[source]),
          ],
        }))}
      />
    </Part>
  );
}

const stated = (budget: number | null, actual: number | null): string =>
  budget === null || actual === null ? NO_FIGURE : rateText({ budget, actual });
