import { columnLetter } from '../cells/cell.ts';
import { NO_FIGURE } from '../records/record.ts';
import type { Totals, UnitTotals } from '../records/totals.ts';
import { minuteInChina } from '../severity.ts';
import { lazyList } from './long-list.ts';
import { lineRow, spannedRow, titleRow } from './sheet-rows.ts';
import { countCell, countFormula } from './summary-cells.ts';
import {
  COUNT_COLUMNS,
  countsOf,
  DEPARTMENT_COLUMNS,
  DEPARTMENT_LETTERS,
  type FigureStyle,
  figureCells,
  type SumOf,
} from './summary-department-columns.ts';
import { periodTotals, unitsBeneath } from './summary-figures.ts';
import { type AcceptedSubmission, acceptedOf, type SummaryInput } from './summary-input.ts';
import { feedbackCell, outputCell, reportCell, revisionCell } from './summary-links.ts';
import { SHEETS } from './summary-names.ts';
import {
  departmentKey,
  departmentPlaces,
  detailPlaces,
  detailRange,
  LINES_ABOVE_DEPARTMENTS,
  sumsDetails,
} from './summary-places.ts';
import {
  blankCell,
  type CellModel,
  linkCell,
  numberCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

/** Says what a line sums: the grand total adds the lines of submitters only. */
const LEVELS = { submitter: '报送主体', unit: '实施单位' } as const;

const FIRST = LINES_ABOVE_DEPARTMENTS + 1;

/** The sheet 部门汇总: submitters, their implementing units beneath, and the sum of the submitters. */
export function departmentsSheet(input: SummaryInput): SheetModel {
  const { submitters, total } = departmentPlaces(input);
  const detailSum = sumOfDetails(input);
  const sheet = lazyList({
    name: SHEETS.departments,
    columns: DEPARTMENT_COLUMNS,
    above: [
      titleRow(`${input.period.id}年度部门汇总`, PRINTED.length),
      spannedRow(
        '单位：万元　　“—”：表式不分资金来源，或未填报，或预算为 0；各来源只含填了来源的部分，相加可能小于合计。',
        'noteRight',
        PRINTED,
      ),
    ],
    spanned: { rows: 2, columns: PRINTED.length },
    count: total - FIRST + 1,
    lines: function* () {
      let detailRow = detailPlaces(input).firstRow;
      for (const [index, submission] of acceptedOf(input).entries()) {
        const place = { index, row: submitters[index] ?? FIRST, detailRow };
        yield* departmentLines(submission, place, input, detailSum);
        detailRow += submission.current.rows;
      }
      yield totalLine(total, input);
    },
    print: { paper: 'A3', columns: PRINTED.length, rows: total },
    frozenColumns: 3,
    filterable: false,
  });
  const rate = DEPARTMENT_COLUMNS.findIndex(({ title }) => title.zh === '执行率') + 1;
  return { ...sheet, dataBars: [{ top: FIRST, left: rate, bottom: total, right: rate }] };
}

/** Makes the formula that adds the rows of 项目明细 with a key; null where lines are stated. */
function sumOfDetails(input: SummaryInput): ((key: string) => SumOf) | null {
  if (!sumsDetails(input)) return null;
  const places = detailPlaces(input);
  const keys = detailRange(places, places.column('department') ?? '');
  return (key) => (_, field) => {
    const column = field === null ? undefined : places.column(field);
    return column === undefined
      ? `COUNTIF(${keys},"${key}")`
      : `SUMIFS(${detailRange(places, column)},${keys},"${key}")`;
  };
}

/** Where a submitter's lines stand, in this sheet and in 项目明细. */
interface Place {
  readonly index: number;
  readonly row: number;
  readonly detailRow: number;
}

/** A submitter's line and those of its units. Its sums are of the units' lines, where it has any. */
function* departmentLines(
  submission: AcceptedSubmission,
  { index, row, detailRow }: Place,
  input: SummaryInput,
  detailSum: ((key: string) => SumOf) | null,
): Generator<RowModel> {
  const { submitter, current } = submission;
  const units = unitsBeneath(submission);
  const own = (unit: number): SumOf | null => detailSum?.(departmentKey(index, unit)) ?? null;
  const ofUnits: SumOf = (column) => `SUM(${column}${row + 1}:${column}${row + units.length})`;
  yield line([
    numberCell(index + 1, 'centred'),
    textCell(LEVELS.submitter, 'centred'),
    textCell(submitter.name, 'text'),
    ...figureCells(current.figures.totals, row, units.length === 0 ? own(0) : ofUnits, 'figure'),
    ...countsOf(current).map((count) => countCell(count, 'figure')),
    ...provenance(submission, detailRow, input),
  ]);
  for (const [place, unit] of units.entries()) {
    yield line(unitCells(unit, row + 1 + place, own(place)));
  }
}

const unitCells = (unit: UnitTotals, row: number, sum: SumOf | null): readonly CellModel[] => [
  textCell('', 'centred'),
  textCell(LEVELS.unit, 'centred'),
  textCell(unit.name, 'indented'),
  ...figureCells(unit.totals, row, sum, 'subfigure'),
  ...blanks(COUNT_COLUMNS.length + PROVENANCE, 'subfigure'),
];

/** Revision, receipt, and links to the rows, the report and the unit's own table. */
function provenance(
  { current }: AcceptedSubmission,
  detailRow: number,
  input: SummaryInput,
): readonly CellModel[] {
  const { receivedAt, detailsFile, rows } = current;
  return [
    revisionCell(current.revision, 'centred'),
    textCell(receivedAt === null ? NO_FIGURE : minuteInChina(receivedAt), 'centred'),
    detailsFile === null && rows > 0
      ? linkCell(SHEETS.details, `A${detailRow}`, '明细')
      : outputCell(input, detailsFile ?? undefined, '明细'),
    reportCell(input, current),
    feedbackCell(input, current),
  ];
}

/** Columns that `provenance` fills. */
const PROVENANCE = 5;

/** The sum of the submitters' lines; without any there is nothing to refer to. */
function totalLine(row: number, input: SummaryInput): RowModel {
  const totals: Totals = periodTotals(input);
  const lines = (column: string): string => `${column}$${FIRST}:${column}$${row - 1}`;
  const sum: SumOf = (column) =>
    `SUMIF(${lines(`$${DEPARTMENT_LETTERS.level}`)},"${LEVELS.submitter}",${lines(column)})`;
  const accepted = acceptedOf(input);
  const counts = COUNT_COLUMNS.map((_, index) =>
    accepted.reduce((all, { current }) => all + (countsOf(current)[index] ?? 0), 0),
  );
  return line([
    textCell('', 'total'),
    textCell('', 'total'),
    textCell('合计', 'total'),
    ...figureCells(totals, row, row === FIRST ? null : sum, 'totalFigure'),
    ...counts.map((count, index) =>
      row === FIRST
        ? countCell(count, 'totalFigure')
        : countFormula(sum(columnLetter(FIRST_COUNT + index), null), count, 'totalFigure'),
    ),
    ...blanks(PROVENANCE, 'totalFigure'),
  ]);
}

/** All but revision, receipt and links. */
const PRINTED = DEPARTMENT_COLUMNS.slice(0, -PROVENANCE);

const FIRST_COUNT = DEPARTMENT_COLUMNS.length - PROVENANCE - COUNT_COLUMNS.length + 1;

const blanks = (count: number, style: FigureStyle): readonly CellModel[] =>
  Array.from({ length: count }, () => blankCell(style));

const line = (cells: readonly CellModel[]): RowModel => lineRow(cells, DEPARTMENT_COLUMNS);
