import { largestRemainder } from '../largest-remainder.ts';
import { NO_FIGURE } from '../records/record.ts';
import { addShares, BANDS, LOW_BANDS, LOW_PERCENT, type Share } from '../submission-figures.ts';
import {
  lineRow,
  sheetOfRows,
  spannedRow,
  spanOf,
  type TextColumn,
  titleRow,
} from './sheet-rows.ts';
import {
  APPROVED_BAND_ROWS,
  BAND_LETTERS,
  BAND_ROWS,
  type BandFigure,
  type BandRows,
  sumOf,
  WHOLE,
} from './summary-band-places.ts';
import {
  amountCell,
  amountFormula,
  countCell,
  countFormula,
  RATE_FORMAT,
  rateFormula,
  unspentFormula,
} from './summary-cells.ts';
import { approvedPart, periodBands } from './summary-figures.ts';
import type { SummaryInput } from './summary-input.ts';
import { BAND_NAMES, SHEETS } from './summary-names.ts';
import { detailPlaces, detailRange, holdsDetails } from './summary-places.ts';
import { approvedHeading, onlyApproved, totalNames } from './summary-review.ts';
import {
  type CellModel,
  formulaCell,
  numberCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '率段', en: 'Band' }, width: 20 },
  { title: { zh: '项目数', en: 'Projects' }, width: 12 },
  { title: { zh: '占比', en: 'Share' }, width: 11 },
  { title: { zh: '预算', en: 'Budget' }, width: 17 },
  { title: { zh: '占比', en: 'Share' }, width: 11 },
  { title: { zh: '实际支出', en: 'Actual' }, width: 17 },
  { title: { zh: '未执行', en: 'Unspent' }, width: 17 },
  { title: { zh: '执行率', en: 'Execution rate' }, width: 13 },
];

/** The sheet 率段分布: how many projects, and how much money, by band of the execution rate. */
export function bandsSheet(input: SummaryInput): SheetModel {
  const approved = approvedPart(input);
  const sheet = sheetOfRows({
    name: SHEETS.bands,
    columns: COLUMNS,
    above: [
      titleRow(`${input.period.id}年度执行率分布`, COLUMNS.length),
      spannedRow(
        '单位：万元　　率段含下限、不含上限，按金额（精确到分）划分，不按四舍五入后的执行率；预算为 0 的项目没有执行率。占比按最大余数法凑足 100%。',
        'noteRight',
        COLUMNS,
      ),
    ],
    spanned: { rows: 2, columns: COLUMNS.length },
    lines: [
      ...blockLines(input, BAND_ROWS, liveBands(input, false), totalNames(input).accepted),
      ...(approved === null
        ? []
        : [
            approvedHeading(approved, COLUMNS),
            ...blockLines(
              approved,
              APPROVED_BAND_ROWS,
              liveBands(input, true),
              totalNames(input).approvedAlone,
            ),
          ]),
    ],
    // Two blocks are compared on one page.
    print: approved === null ? {} : { onePage: true },
    frozenColumns: 1,
    filterable: false,
  });
  const bars = ({ first, last }: BandRows) => ({ top: first, left: 3, bottom: last, right: 3 });
  if (approved === null) return { ...sheet, dataBars: [bars(BAND_ROWS)] };
  return {
    ...sheet,
    merges: [...sheet.merges, spanOf(APPROVED_BAND_ROWS.first - 1, COLUMNS.length)],
    dataBars: [bars(BAND_ROWS), bars(APPROVED_BAND_ROWS)],
  };
}

/** The bands of a part of the period, their sum, and that of the low ones. */
function blockLines(
  part: SummaryInput,
  rows: BandRows,
  live: LiveBands | null,
  name: string,
): readonly RowModel[] {
  const bands = periodBands(part);
  const shares = BANDS.map((band) => bands[band]);
  const counts = largestRemainder(
    shares.map(({ projects }) => projects),
    WHOLE,
  );
  const budgets = largestRemainder(
    shares.map(({ budget }) => budget),
    WHOLE,
  );
  const lowest = LOW_BANDS.length;
  const low = addShares(shares.slice(0, lowest));
  const sums = (count: number): Shares => [sumOf(counts, count), sumOf(budgets, count)];
  return [
    ...BANDS.map((band, index) =>
      line(BAND_NAMES[band].zh, bands[band], rows.of(band), live?.(BAND_NAMES[band].zh) ?? null, [
        counts?.[index] ?? null,
        budgets?.[index] ?? null,
      ]),
    ),
    sumLine(
      name,
      addShares(shares),
      { row: rows.total, first: rows.first, last: rows.last },
      sums(BANDS.length),
    ),
    sumLine(
      `其中：低于${LOW_PERCENT}%`,
      low,
      { row: rows.low, first: rows.first, last: rows.first + lowest - 1 },
      sums(lowest),
    ),
  ];
}

/** Makes the formulas of a band from its name. */
type LiveBands = (name: string) => (figure: BandFigure) => string;

/** Counts and adds the rows of 项目明细 in a band; null where they are not in this workbook. */
function liveBands(input: SummaryInput, isApproved: boolean): LiveBands | null {
  if (!holdsDetails(input)) return null;
  const places = detailPlaces(input);
  const bands = detailRange(places, places.column('band') ?? '');
  const also = isApproved
    ? `,${onlyApproved(detailRange(places, places.column('review') ?? ''))}`
    : '';
  const fields = {
    budget: 'budgetTotal',
    actual: 'actualTotal',
    projects: '',
    share: '',
    unspent: '',
  };
  return (name) => (figure) => {
    const column = places.column(fields[figure]);
    if (column !== undefined) {
      return `SUMIFS(${detailRange(places, column)},${bands},"${name}"${also})`;
    }
    return isApproved ? `COUNTIFS(${bands},"${name}"${also})` : `COUNTIF(${bands},"${name}")`;
  };
}

type Shares = readonly [projects: number | null, budget: number | null];

const shareCell = (share: number | null): CellModel =>
  share === null ? textCell(NO_FIGURE, 'figure') : numberCell(share / WHOLE, 'figure', RATE_FORMAT);

function line(
  name: string,
  share: Share,
  row: number,
  live: ((figure: BandFigure) => string) | null,
  [ofProjects, ofBudget]: Shares,
): RowModel {
  const money = (figure: 'budget' | 'actual'): CellModel =>
    live === null
      ? amountCell(share[figure], 'figure')
      : amountFormula(live(figure), share[figure], 'figure');
  return lineRow(
    [
      textCell(name, 'centred'),
      live === null
        ? countCell(share.projects, 'figure')
        : countFormula(live('projects'), share.projects, 'figure'),
      shareCell(ofProjects),
      money('budget'),
      shareCell(ofBudget),
      money('actual'),
      ...unspentAndRate(share, row, 'figure'),
    ],
    COLUMNS,
  );
}

const unspentAndRate = (
  share: Share,
  row: number,
  style: 'figure' | 'totalFigure',
): readonly CellModel[] => {
  const cells = { budget: `${BAND_LETTERS.budget}${row}`, actual: `${BAND_LETTERS.actual}${row}` };
  return [unspentFormula(cells, share, style), rateFormula(cells, share, style)];
};

/** A line that adds bands above it, from the first to the last row; `shares` is what theirs come to. */
function sumLine(
  name: string,
  share: Share,
  { row, first, last }: { readonly row: number; readonly first: number; readonly last: number },
  shares: Shares,
): RowModel {
  const sum = (column: string): string => `SUM(${column}${first}:${column}${last})`;
  const amount = (figure: 'budget' | 'actual'): CellModel =>
    amountFormula(sum(BAND_LETTERS[figure]), share[figure], 'totalFigure');
  const shareSum = (column: string, units: number | null): CellModel =>
    units === null
      ? textCell(NO_FIGURE, 'totalFigure')
      : formulaCell(sum(column), units / WHOLE, 'totalFigure', RATE_FORMAT);
  return lineRow(
    [
      textCell(name, 'total'),
      countFormula(sum(BAND_LETTERS.projects), share.projects, 'totalFigure'),
      shareSum('C', shares[0]),
      amount('budget'),
      shareSum('E', shares[1]),
      amount('actual'),
      ...unspentAndRate(share, row, 'totalFigure'),
    ],
    COLUMNS,
  );
}
