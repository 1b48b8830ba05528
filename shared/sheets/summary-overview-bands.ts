import { addFen } from '../money.ts';
import { NO_FIGURE } from '../records/record.ts';
import { addShares, BANDS, LOW_BANDS, LOW_PERCENT, type Share } from '../submission-figures.ts';
import { APPROVED_BAND_ROWS, BAND_ROWS, bandCell, bandShares } from './summary-band-places.ts';
import { amountFormula, COUNT_FORMAT, countFormula, RATE_FORMAT } from './summary-cells.ts';
import { approvedPart, periodBands } from './summary-figures.ts';
import { columnOf, GRID_COLUMNS, type GridBlock, type GridRow, part } from './summary-grid.ts';
import type { SummaryInput } from './summary-input.ts';
import { BAND_NAMES } from './summary-names.ts';
import { totalNames } from './summary-review.ts';
import { type CellModel, type ChartModel, formulaCell, textCell } from './workbook-model.ts';

const WIDTHS = [4, 2, 2, 3, 3];
const COUNT_COLUMN = columnOf(WIDTHS, 1);

/** Column at which the chart begins. */
const CHART_COLUMN = columnOf(WIDTHS, WIDTHS.length);

/** How the projects lie in the bands of execution rates, beside it the same as bars. */
export function bandsBlock(input: SummaryInput, top: number): GridBlock {
  const bands = periodBands(input);
  const shares = bandShares(bands);
  const all = allOf(bands);
  const first = top + 2;
  const rows = [
    gridRow(
      ['率段 Band', '项目数\nProjects', '占比\nShare', '预算\nBudget', '未执行\nUnspent'].map(
        (title) => textCell(title, 'header'),
      ),
    ),
    ...BANDS.map((band) =>
      bandRow(BAND_NAMES[band].zh, bands[band], BAND_ROWS.of(band), shares.of(band), 'figure'),
    ),
    bandRow(totalNames(input).accepted, all, BAND_ROWS.total, shares.all, 'totalFigure'),
    bandRow(BELOW, lowOf(bands), BAND_ROWS.low, shares.low, 'totalFigure'),
    ...approvedRows(input),
  ];
  return {
    rows: [
      {
        height: 22,
        parts: [part(textCell('四、执行率分布 Bands of execution rates', 'heading'), GRID_COLUMNS)],
      },
      ...rows,
    ],
    charts: all.projects === 0 ? [] : [chart(first, top + 1, top + rows.length)],
  };
}

const BELOW = `其中：低于${LOW_PERCENT}%`;

type Bands = ReturnType<typeof periodBands>;

const allOf = (bands: Bands): Share => addShares(BANDS.map((band) => bands[band]));
const lowOf = (bands: Bands): Share => addShares(LOW_BANDS.map((band) => bands[band]));

/** The last two lines once more, of what is approved. */
function approvedRows(input: SummaryInput): readonly GridRow[] {
  const approved = approvedPart(input);
  if (approved === null) return [];
  const bands = periodBands(approved);
  const { low, all } = bandShares(bands);
  const { total, low: lowRow } = APPROVED_BAND_ROWS;
  return [
    bandRow(totalNames(input).approvedAlone, allOf(bands), total, all, 'totalFigure'),
    bandRow(BELOW, lowOf(bands), lowRow, low, 'totalFigure'),
  ];
}

function bandRow(
  name: string,
  share: Share,
  row: number,
  part100: number | null,
  style: 'figure' | 'totalFigure',
): GridRow {
  return gridRow([
    textCell(name, style === 'figure' ? 'centred' : 'total'),
    countFormula(bandCell('projects', row), share.projects, style),
    formulaCell(bandCell('share', row), part100 ?? NO_FIGURE, style, RATE_FORMAT),
    amountFormula(bandCell('budget', row), share.budget, style),
    amountFormula(bandCell('unspent', row), addFen([share.budget, -share.actual]), style),
  ]);
}

const gridRow = (cells: readonly CellModel[]): GridRow => ({
  height: null,
  parts: cells.map((cell, index) => part(cell, WIDTHS[index] ?? 1)),
});

const chart = (first: number, top: number, bottom: number): ChartModel => {
  const column = (left: number) => ({
    top: first,
    left,
    bottom: first + BANDS.length - 1,
    right: left,
  });
  return {
    title: '各率段项目数（个）',
    description: '每个率段有多少个项目，每段一条竖杠；数见左边的表。',
    bars: 'columns',
    stacked: false,
    categories: column(1),
    series: [{ name: '项目数', values: column(COUNT_COLUMN), colour: '2E75B6' }],
    format: `${COUNT_FORMAT};;`,
    labelled: true,
    over: { top, left: CHART_COLUMN, bottom, right: GRID_COLUMNS },
  };
};
