import { columnLetter } from '../cells/cell.ts';
import { NO_FIGURE } from '../records/record.ts';
import { COUNT_FORMAT, countFormula, RATE_FORMAT } from './summary-cells.ts';
import { GRID_COLUMNS, type GridBlock, part } from './summary-grid.ts';
import type { SummaryInput } from './summary-input.ts';
import { progressRange, REGISTER_WORDS } from './summary-progress.ts';
import {
  countStandings,
  STANDING_NAMES,
  type Standing,
  standingLines,
} from './summary-standing.ts';
import { type CellModel, type ChartModel, formulaCell, textCell } from './workbook-model.ts';

/** Columns of a figure. */
const WIDE = 4;

/** Standings in the order of their figures, and the colours of their bars, light enough for figures in them. */
const SHOWN: readonly { readonly standing: Standing; readonly colour: string }[] = [
  { standing: 'accepted', colour: '9DC3E6' },
  { standing: 'returned', colour: 'F4B183' },
  { standing: 'failed', colour: 'BFBFBF' },
  { standing: 'missing', colour: 'E7E6E6' },
];

const TITLES: Readonly<Record<Standing, string>> = {
  accepted: '已接收 Accepted',
  returned: '退回待重报 Sent back',
  failed: '系统故障 Failed',
  missing: '未报送 Missing',
};

/** Who has reported: six large figures and a bar. */
export function returnsBlock(input: SummaryInput, top: number): GridBlock {
  const { due, others } = countStandings(input);
  const all = SHOWN.reduce((sum, { standing }) => sum + due[standing], 0);
  const values = top + 2;
  const hasRegister = input.due.length > 0;
  const cells: readonly CellModel[] = [
    hasRegister ? countFormula(countOf(input, null), all, 'keyFigure') : nothing(),
    ...SHOWN.map(({ standing }) =>
      !hasRegister && standing === 'missing'
        ? nothing()
        : countFormula(countOf(input, standing), due[standing], 'keyFigure'),
    ),
    hasRegister ? rateCell(due.accepted, all, values) : nothing(),
  ];
  const labels = [
    '应报 Due',
    ...SHOWN.map(({ standing }) => TITLES[standing]),
    '报送率 Accepted of due',
  ];
  const more = others === 0 ? '' : `　　另有 ${others} 个非应报主体报送，不计入应报，金额计入合计`;
  return {
    rows: [
      {
        height: 22,
        parts: [part(textCell(`一、报送情况（个）Returns${more}`, 'heading'), GRID_COLUMNS)],
      },
      { height: 20, parts: labels.map((label) => part(textCell(label, 'header'), WIDE)) },
      { height: 32, parts: cells.map((cell) => part(cell, WIDE)) },
      { height: all === 0 ? 6 : 78, parts: [] },
    ],
    charts: all === 0 ? [] : [chart(values)],
  };
}

const nothing = (): CellModel => textCell(NO_FIGURE, 'keyFigure');

/** Counts the lines of 报送进度: those of the register, of one standing or of all. */
function countOf(input: SummaryInput, standing: Standing | null): string {
  const lines = standingLines(input).length;
  const named = progressRange('standing', lines);
  const registered = `${progressRange('register', lines)},"${REGISTER_WORDS.due}"`;
  if (standing === null) return `COUNTIF(${registered})`;
  const wanted = `${named},"${STANDING_NAMES[standing]}"`;
  return input.due.length === 0 ? `COUNTIF(${wanted})` : `COUNTIFS(${registered},${wanted})`;
}

const rateCell = (accepted: number, all: number, row: number): CellModel =>
  formulaCell(
    `IF(A${row}=0,"${NO_FIGURE}",${columnLetter(WIDE + 1)}${row}/A${row})`,
    all === 0 ? NO_FIGURE : accepted / all,
    'keyFigure',
    RATE_FORMAT,
  );

/** Zeros are not written at the bar. */
const chart = (values: number): ChartModel => ({
  title: '报送进度（个）',
  description: '已接收、退回待重报、系统故障、未报送的报送主体各有多少，一条横杠。',
  bars: 'rows',
  stacked: true,
  categories: null,
  series: SHOWN.map(({ standing, colour }, index) => {
    const left = (index + 1) * WIDE + 1;
    return {
      name: STANDING_NAMES[standing],
      values: { top: values, left, bottom: values, right: left },
      colour,
    };
  }),
  format: `${COUNT_FORMAT};;`,
  labelled: true,
  over: { top: values + 1, left: 1, bottom: values + 1, right: GRID_COLUMNS },
});
