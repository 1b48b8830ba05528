import { useMemo } from 'react';
import type { TableSumsAnswer } from '../../functions/api/sums-schemas.ts';
import { BAND_NAMES } from '../../shared/sheets/summary-names.ts';
import { BANDS } from '../../shared/submission-figures.ts';
import { useLanguage } from '../language.tsx';
import { amountText } from './amounts.ts';
import { BarChart } from './bar-chart.tsx';
import { Part } from './part.tsx';
import { SumTable } from './sum-table.tsx';
import { SUMS_WORDS } from './sums-words.ts';

/** How many projects were executed how far. */
export function BandPart({ sums: { bands } }: { readonly sums: TableSumsAnswer }) {
  const { say } = useLanguage();
  const bars = useMemo(
    () =>
      BANDS.map((band) => ({
        name: say(BAND_NAMES[band]),
        bars: [{ length: bands[band].projects, text: String(bands[band].projects) }],
      })),
    [bands, say],
  );
  const series = useMemo(() => [{ name: say(SUMS_WORDS.projects), colour: '#1d4f7c' }], [say]);
  const title = say(SUMS_WORDS.bands);
  return (
    <Part title={SUMS_WORDS.bands}>
      <BarChart title={title} rows={bars} series={series} />
      <SumTable
        caption={title}
        titles={(['band', 'projects', 'budget', 'actual'] as const).map((name) =>
          say(SUMS_WORDS[name]),
        )}
        rows={BANDS.map((band) => ({
          key: band,
          name: say(BAND_NAMES[band]),
          cells: [
            bands[band].projects,
            amountText(bands[band].budget),
            amountText(bands[band].actual),
          ],
        }))}
      />
    </Part>
  );
}
