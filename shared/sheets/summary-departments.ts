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
  DEPARTMENT_LETTERS,
  departmentColumns,
  FIRST_COUNT,
  type FigureStyle,
  figureCells,
  RATE_COLUMN,
  type SumOf,
} from './summary-department-columns.ts';
import { approvedPart, periodTotals, unitsBeneath } from './summary-figures.ts';
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
import { onlyApproved, reviewCells, totalNames } from './summary-review.ts';
import {
  blankCell,
  type CellModel,
  linkCell,
  numberCell,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

/** Says what a line sums: the grand total adds the lines of submitters only. */
const LEVELS = { submitter: '报送主体', unit: '实施单位' } as const;

const FIRST = LINES_ABOVE_DEPARTMENTS + 1;

/** The sheet 部门汇总: submitters, their implementing units beneath, and the sums of the submitters. */
export function departmentsSheet(input: SummaryInput): SheetModel {
  const { submitters, total, approved } = departmentPlaces(input);
  const { printed, all } = departmentColumns(input);
  const last = approved ?? total;
  const sheet = lazyList({
    name: SHEETS.departments,
    columns: all,
    above: [
      titleRow(`${input.period.id}年度部门汇总`, printed.length),
      spannedRow(
        '单位：万元　　“—”：表式不分资金来源，或未填报，或预算为 0；各来源只含填了来源的部分，相加可能小于合计。',
        'noteRight',
        printed,
      ),
    ],
    spanned: { rows: 2, columns: printed.length },
    count: last - FIRST + 1,
    *lines() {
      const detailSum = sumOfDetails(input);
      let detailRow = detailPlaces(input).firstRow;
      for (const [index, submission] of acceptedOf(input).entries()) {
        const place = { index, row: submitters[index] ?? FIRST, detailRow };
        for (const cells of departmentLines(submission, place, input, detailSum)) {
          yield lineRow(cells, all);
        }
        detailRow += submission.current.rows;
      }
      for (const cells of totalLines(input)) yield lineRow(cells, all);
    },
    print: { paper: 'A3', columns: printed.length, rows: last },
    frozenColumns: 3,
    filterable: false,
  });
  const bars = { top: FIRST, left: RATE_COLUMN, bottom: last, right: RATE_COLUMN };
  return { ...sheet, dataBars: [bars] };
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
): Generator<readonly CellModel[]> {
  const { submitter, current } = submission;
  const units = unitsBeneath(submission);
  const own = (unit: number): SumOf | null => detailSum?.(departmentKey(index, unit)) ?? null;
  const ofUnits: SumOf = (column) => `SUM(${column}${row + 1}:${column}${row + units.length})`;
  yield [
    numberCell(index + 1, 'centred'),
    textCell(LEVELS.submitter, 'centred'),
    textCell(submitter.name, 'text'),
    ...figureCells(current.figures.totals, row, units.length === 0 ? own(0) : ofUnits, 'figure'),
    ...countsOf(current).map((count) => countCell(count, 'figure')),
    ...reviewCells(input, submission, 'centred'),
    ...provenance(submission, detailRow, input),
  ];
  for (const [place, unit] of units.entries()) {
    yield [
      ...unitCells(unit, row + 1 + place, own(place)),
      ...blanks(countOfOthers(input), 'subfigure'),
    ];
  }
}

const unitCells = (unit: UnitTotals, row: number, sum: SumOf | null): readonly CellModel[] => [
  textCell('', 'centred'),
  textCell(LEVELS.unit, 'centred'),
  textCell(unit.name, 'indented'),
  ...figureCells(unit.totals, row, sum, 'subfigure'),
];

/** Columns behind the figures that only submitters have. */
const countOfOthers = (input: SummaryInput): number =>
  departmentColumns(input).all.length - RATE_COLUMN;

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

/** The sum of the submitters' lines, and that of those which are approved. */
function* totalLines(input: SummaryInput): Generator<readonly CellModel[]> {
  const { total, approved } = departmentPlaces(input);
  const names = totalNames(input);
  // Without lines there is nothing to refer to.
  const live = (sum: SumOf): SumOf | null => (total === FIRST ? null : sum);
  const lines = (column: string): string => `${column}$${FIRST}:${column}$${total - 1}`;
  const levels = `${lines(`$${DEPARTMENT_LETTERS.level}`)},"${LEVELS.submitter}"`;
  const unused = blanks(countOfOthers(input) - COUNT_COLUMNS.length, 'totalFigure');
  const sum = live((column) => `SUMIF(${levels},${lines(column)})`);
  yield [...totalCells(names.accepted, input, total, sum), ...unused];
  const part = approvedPart(input);
  if (part === null || approved === null) return;
  const reviews = onlyApproved(lines(`$${DEPARTMENT_LETTERS.review}`));
  const approvedSum = live((column) => `SUMIFS(${lines(column)},${levels},${reviews})`);
  yield [...totalCells(names.approved, part, approved, approvedSum), ...unused];
}

/** What a part of the period comes to, in the columns of figures. */
function totalCells(
  name: string,
  part: SummaryInput,
  row: number,
  sum: SumOf | null,
): readonly CellModel[] {
  const accepted = acceptedOf(part);
  const totals: Totals = periodTotals(part);
  const counts = COUNT_COLUMNS.map((_, index) =>
    accepted.reduce((all, { current }) => all + (countsOf(current)[index] ?? 0), 0),
  );
  return [
    textCell('', 'total'),
    textCell('', 'total'),
    textCell(name, 'total'),
    ...figureCells(totals, row, sum, 'totalFigure'),
    ...counts.map((count, index) =>
      sum === null
        ? countCell(count, 'totalFigure')
        : countFormula(sum(columnLetter(FIRST_COUNT + index), null), count, 'totalFigure'),
    ),
  ];
}

const blanks = (count: number, style: FigureStyle): readonly CellModel[] =>
  Array.from({ length: count }, () => blankCell(style));
