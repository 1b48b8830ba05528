import { columnLetter } from '../cells/cell.ts';
import { addFen, wanYuan } from '../money.ts';
import { yearBefore } from '../period.ts';
import { NO_FIGURE } from '../records/record.ts';
import type { Totals } from '../records/totals.ts';
import { addShares, LOW_BANDS, LOW_PERCENT } from '../submission-figures.ts';
import { APPROVED_BAND_ROWS, BAND_ROWS, type BandRows, bandCell } from './summary-band-places.ts';
import {
  amountCell,
  amountFormula,
  COUNT_FORMAT,
  countCell,
  countFormula,
  MONEY_FORMAT,
  RATE_FORMAT,
  rateFormula,
  unspentFormula,
} from './summary-cells.ts';
import { DEPARTMENT_LETTERS, departmentCell } from './summary-department-columns.ts';
import { approvedPart, periodFigures, spendingOfTotals } from './summary-figures.ts';
import { columnOf, GRID_COLUMNS, type GridBlock, type GridRow, part } from './summary-grid.ts';
import type { LastYear, PeriodFigures, SummaryInput } from './summary-input.ts';
import { departmentPlaces } from './summary-places.ts';
import { type CellModel, formulaCell, textCell } from './workbook-model.ts';

/** Columns of the grid that each figure takes, the name of the line before them. */
const WIDTHS = [3, 2, 4, 4, 3, 2, 2, 2, 2];

const TITLES = [
  '',
  '项目数\nProjects',
  '预算\nBudget',
  '实际支出\nActual',
  '未执行\nUnspent',
  '执行率\nRate',
  '足额100%\nAt 100%',
  `低于${LOW_PERCENT}%\nBelow`,
  '零执行\nNothing',
];

/** Letters of the figures' first columns. */
const LETTERS = WIDTHS.map((_, index) => columnLetter(columnOf(WIDTHS, index)));
const [BUDGET = '', ACTUAL = ''] = LETTERS.slice(2);

/** The period's money in one line, what is approved of it, last year's below it, and what is between them. */
export function moneyBlock(input: SummaryInput, top: number): GridBlock {
  const year = periodFigures(input);
  const { lastYear } = input;
  const places = departmentPlaces(input);
  const approved = approvedPart(input);
  const now = top + 2;
  const then = now + (approved === null ? 1 : 2);
  return {
    rows: [
      {
        height: 22,
        parts: [
          part(
            textCell('二、资金与执行（金额：万元；项目：个）Money and execution', 'heading'),
            GRID_COLUMNS,
          ),
        ],
      },
      line(
        TITLES.map((title) => textCell(title, 'header')),
        32,
      ),
      line(
        [
          textCell(yearName(input.period.id, year.submissions), 'total'),
          ...liveCells(year, now, { departments: places.total, bands: BAND_ROWS }, 'totalFigure'),
        ],
        32,
      ),
      ...(approved === null || places.approved === null
        ? []
        : [approvedLine(periodFigures(approved), now + 1, places.approved)]),
      line(
        [
          textCell(yearName(yearBefore(input.period.id), lastYear?.submissions ?? null), 'centred'),
          ...(lastYear === null ? nothing() : statedCells(lastYear, then)),
        ],
        32,
      ),
      line([textCell('增减', 'centred'), ...changes(year, lastYear, now, then)]),
    ],
  };
}

/** Of how many submitters its figures are: two years are seldom of the same ones. */
const yearName = (year: string, submitters: number | null): string =>
  submitters === null ? `${year}年` : `${year}年\n${submitters} 个主体`;

const line = (cells: readonly CellModel[], height = 18): GridRow => ({
  height,
  parts: cells.map((cell, index) => part(cell, WIDTHS[index] ?? 1)),
});

/** Figures by formula: from a line of 部门汇总 and a block of 率段分布. */
function liveCells(
  figures: PeriodFigures,
  row: number,
  source: { readonly departments: number; readonly bands: BandRows },
  style: 'figure' | 'totalFigure',
): readonly CellModel[] {
  const from = (letter: string): string => departmentCell(letter, source.departments);
  const { totals } = figures;
  const counts = bandCounts(figures);
  const rows = [source.bands.of('full'), source.bands.low, source.bands.of('zero')];
  return [
    countFormula(from(DEPARTMENT_LETTERS.projects), totals.projects, style),
    amountFormula(from(DEPARTMENT_LETTERS.budget), totals.budget.total, style),
    amountFormula(from(DEPARTMENT_LETTERS.actual), totals.actual.total, style),
    ...unspentAndRate(totals, row, style),
    ...rows.map((at, index) => countFormula(bandCell('projects', at), counts[index] ?? 0, style)),
  ];
}

const unspentAndRate = (
  totals: Totals,
  row: number,
  style: 'figure' | 'totalFigure',
): readonly CellModel[] => {
  const cells = { budget: `${BUDGET}${row}`, actual: `${ACTUAL}${row}` };
  const spending = spendingOfTotals(totals);
  return [unspentFormula(cells, spending, style), rateFormula(cells, spending, style)];
};

const nothing = (): readonly CellModel[] =>
  TITLES.slice(1).map(() => textCell(NO_FIGURE, 'figure'));

/** The same as approved by finance: every total of the period is stated twice. */
const approvedLine = (approved: PeriodFigures, row: number, departments: number): GridRow =>
  line(
    [
      textCell(`其中审核通过\n${approved.submissions} 个主体`, 'centred'),
      ...liveCells(approved, row, { departments, bands: APPROVED_BAND_ROWS }, 'figure'),
    ],
    32,
  );

/** Figures that are no formulas: last year's rows are in another workbook. */
function statedCells(year: PeriodFigures, row: number): readonly CellModel[] {
  const { totals } = year;
  const [full, low, zero] = bandCounts(year);
  return [
    countCell(totals.projects, 'figure'),
    amountCell(totals.budget.total, 'figure'),
    amountCell(totals.actual.total, 'figure'),
    ...unspentAndRate(totals, row, 'figure'),
    ...[full, low, zero].map((count) => countCell(count ?? 0, 'figure')),
  ];
}

/** Projects at 100 %, below `LOW_PERCENT`, and with nothing spent. */
const bandCounts = ({ bands }: PeriodFigures): readonly number[] => [
  bands.full.projects,
  addShares(LOW_BANDS.map((band) => bands[band])).projects,
  bands.zero.projects,
];

/** Signs are shown; a difference of rates is told in points. */
const signed = (format: string): string => `+${format};-${format};${format}`;
const POINTS = signed('0.00"点"');

function changes(
  year: PeriodFigures,
  lastYear: LastYear | null,
  now: number,
  then: number,
): readonly CellModel[] {
  if (lastYear === null) return nothing();
  const difference = (index: number): string =>
    `ROUND(${LETTERS[index]}${now}-${LETTERS[index]}${then},6)`;
  const count = (index: number, change: number): CellModel =>
    formulaCell(difference(index), change, 'figure', signed(COUNT_FORMAT));
  const money = (index: number, change: number): CellModel =>
    formulaCell(difference(index), wanYuan(change), 'figure', signed(MONEY_FORMAT));
  const [one, other] = [year.totals, lastYear.totals];
  const counts = bandCounts(year).map((value, at) => value - (bandCounts(lastYear)[at] ?? 0));
  const budget = addFen([one.budget.total, -other.budget.total]);
  const actual = addFen([one.actual.total, -other.actual.total]);
  return [
    count(1, one.projects - other.projects),
    money(2, budget),
    money(3, actual),
    money(4, addFen([budget, -actual])),
    rateChange(one, other, now, then),
    ...counts.map((change, at) => count(6 + at, change)),
  ];
}

function rateChange(one: Totals, other: Totals, now: number, then: number): CellModel {
  const [a, b] = [`${LETTERS[5]}${now}`, `${LETTERS[5]}${then}`];
  const hasBoth = one.budget.total !== 0 && other.budget.total !== 0;
  const points = hasBoth
    ? (one.actual.total / one.budget.total - other.actual.total / other.budget.total) * 100
    : NO_FIGURE;
  return formulaCell(
    `IF(OR(ISTEXT(${a}),ISTEXT(${b})),"${NO_FIGURE}",(${a}-${b})*100)`,
    points,
    'figure',
    hasBoth ? POINTS : RATE_FORMAT,
  );
}
