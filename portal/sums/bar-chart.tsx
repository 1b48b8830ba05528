import { BarChart as Bars } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useIsNarrow } from '../narrow.ts';
import { type BarRow, type BarSeries, barOption, chartHeight } from './bar-option.ts';

use([Bars, GridComponent, SVGRenderer]);

interface ChartProps {
  /** What a screen reader says of it; the table beside it has the figures. */
  readonly title: string;
  readonly rows: readonly BarRow[];
  readonly series: readonly BarSeries[];
  /** Called with the place of a row whose bar was clicked. */
  readonly onPick?: ((row: number) => void) | undefined;
}

/** A picture of figures that stand in a table as well. */
export function BarChart({ title, rows, series, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  useEffect(() => {
    if (place.current === null) return;
    const chart = init(place.current, null, { renderer: 'svg' });
    const { fontFamily } = getComputedStyle(place.current);
    chart.setOption(barOption(rows, series, isNarrow, fontFamily));
    if (onPick !== undefined) chart.on('click', ({ dataIndex }) => onPick(dataIndex));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [rows, series, isNarrow, onPick]);
  return (
    <figure className="sum-chart">
      {series.length > 1 && (
        <figcaption>
          {series.map(({ name, colour }) => (
            <span key={name}>
              <i style={{ background: colour }} /> {name}
            </span>
          ))}
        </figcaption>
      )}
      <div
        ref={place}
        role="img"
        aria-label={title}
        style={{ height: chartHeight(rows.length, series.length) }}
      />
    </figure>
  );
}
