import type { EChartsCoreOption } from 'echarts/core';

/** One row of bars: what they are of, and a bar a series, as long as its number and labelled by its text. */
export interface BarRow {
  readonly name: string;
  readonly bars: readonly { readonly length: number; readonly text: string }[];
}

/** What the bars of a series mean, and their colour. */
export interface BarSeries {
  readonly name: string;
  readonly colour: string;
}

/** Pixels of a bar, and between rows. */
const BAR = 16;
const GAP = 14;

/** Pixels that a chart is high. */
export const chartHeight = (rows: number, series: number): number =>
  rows * (series * BAR + GAP) + 8;

/** Horizontal bars, the first row on top, without axes: each bar says its figure. */
export const barOption = (
  rows: readonly BarRow[],
  series: readonly BarSeries[],
  isNarrow: boolean,
  fontFamily: string,
): EChartsCoreOption => ({
  animation: false,
  // Named, as widths are measured by it: `inherit` cannot be.
  textStyle: { fontFamily },
  grid: {
    left: isNarrow ? 112 : 216,
    right: 104,
    top: 4,
    bottom: 4,
    outerBoundsMode: 'none',
  },
  xAxis: { type: 'value', show: false, min: 0 },
  yAxis: {
    type: 'category',
    inverse: true,
    data: rows.map(({ name }) => name),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#c5ced8' } },
    axisLabel: {
      color: '#1f2933',
      interval: 0,
      width: isNarrow ? 100 : 204,
      overflow: 'truncate',
    },
  },
  series: series.map(({ name, colour }, index) => ({
    type: 'bar',
    name,
    barWidth: BAR - 2,
    barGap: '10%',
    itemStyle: { color: colour },
    data: rows.map(({ bars }) => bars[index]?.length ?? 0),
    label: {
      show: true,
      position: 'right',
      color: '#1f2933',
      formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
        rows[dataIndex]?.bars[index]?.text ?? '',
    },
  })),
});
