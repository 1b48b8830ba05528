import { columnLetter } from '../cells/cell.ts';
import type { DoublePlace, DoubleReport } from '../count-once.ts';
import { addFen, type Fen, formatThousands } from '../money.ts';
import { NO_FIGURE } from '../records/record.ts';
import { cellText } from './excel-limits.ts';
import { lazyList } from './long-list.ts';
import { lineRow, spannedRow, titleRow } from './sheet-rows.ts';
import { amountCell, amountFormula } from './summary-cells.ts';
import {
  type AmountLetters,
  DOUBLE_BEFORE,
  type DoubleLetters,
  doubleColumns,
  doubleLetters,
} from './summary-double-columns.ts';
import { GRID_COLUMNS, type GridBlock, part } from './summary-grid.ts';
import { type AcceptedSubmission, acceptedOf, type SummaryInput } from './summary-input.ts';
import { feedbackCell, placeCells, reportCell } from './summary-links.ts';
import { SHEETS } from './summary-names.ts';
import { FILTERED_TOTAL, reviewCells } from './summary-review.ts';
import {
  blankCell,
  type CellModel,
  linkCell,
  numberCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

/* 重复填报: what stands in two tables, in which it counts and from which it is set aside. */

/** Below title, note, sums and header. */
const FIRST = 5;

/** The sheet 重复填报; only where anything was reported twice. */
export function doublesSheet(input: SummaryInput, doubles: readonly DoubleReport[]): SheetModel {
  const columns = doubleColumns(input);
  const submissions = new Map(acceptedOf(input).map((each) => [each.submitter.code, each]));
  return lazyList({
    name: SHEETS.doubles,
    columns,
    above: [
      titleRow(`${input.period.id}年度重复填报`, DOUBLE_BEFORE.length),
      spannedRow(
        `单位：万元。既在单位自己的表中、又列在主管部门表中的项目只计一次：“不计”的一行不在任何合计中。差额请与双方核对。详见“${SHEETS.notes}”。`,
        'note',
        DOUBLE_BEFORE,
      ),
      sumsRow(input, doubles, columns.length),
    ],
    spanned: { rows: 2, columns: DOUBLE_BEFORE.length },
    count: doubles.length,
    *lines() {
      const letters = doubleLetters(input);
      for (const [index, double] of doubles.entries()) {
        yield lineRow(lineOf(input, double, index, letters, submissions), columns);
      }
    },
    print: { paper: 'A3', pagesWide: 2, titleColumns: DOUBLE_BEFORE.length },
    frozenColumns: DOUBLE_BEFORE.length,
    filterable: true,
  });
}

function lineOf(
  input: SummaryInput,
  { unit, project, projectCode, counted, setAside }: DoubleReport,
  index: number,
  { counted: here, setAside: there }: DoubleLetters,
  submissions: ReadonlyMap<string | null, AcceptedSubmission>,
): readonly CellModel[] {
  const row = FIRST + index;
  const difference = (side: keyof AmountLetters): CellModel =>
    amountFormula(
      `ROUND(${there[side]}${row}-${here[side]}${row},6)`,
      addFen([setAside[side], -counted[side]]),
      'topFigure',
    );
  const tables = [counted, setAside].map((place) => ({
    place,
    submission: submissionOf(place, submissions),
  }));
  return [
    numberCell(index + 1, 'topCentred'),
    textCell(cellText(unit.name), 'topText'),
    textCell(cellText(project), 'topText'),
    ...tables.flatMap(({ place, submission }) => [
      textCell(submission.submitter.name, 'topText'),
      ...reviewCells(input, submission, 'topCentred'),
      amountCell(place.budget, 'topFigure'),
      amountCell(place.actual, 'topFigure'),
    ]),
    difference('budget'),
    difference('actual'),
    textCell(projectCode ?? NO_FIGURE, 'topCentred'),
    ...tables.flatMap(({ place, submission: { current } }) => [
      ...placeCells(current, place.at),
      reportCell(input, current),
      feedbackCell(input, current),
    ]),
  ];
}

function submissionOf(
  { submitter }: DoublePlace,
  submissions: ReadonlyMap<string | null, AcceptedSubmission>,
): AcceptedSubmission {
  const found = submissions.get(submitter);
  if (found === undefined) throw new Error(`no table of ${submitter} is taken in`);
  return found;
}

/** Sums that follow the filters. */
function sumsRow(input: SummaryInput, doubles: readonly DoubleReport[], width: number): RowModel {
  const { counted, setAside, difference } = doubleLetters(input);
  const sum = (place: 'counted' | 'setAside', side: keyof AmountLetters): Fen =>
    addFen(doubles.map((double) => double[place][side]));
  const sums = new Map<string, Fen>(
    (['budget', 'actual'] as const).flatMap((side) => {
      const [here, there] = [sum('counted', side), sum('setAside', side)];
      return [
        [counted[side], here],
        [setAside[side], there],
        [difference[side], addFen([there, -here])],
      ] as const;
    }),
  );
  const cells = Array.from({ length: width }, (_, index): CellModel => {
    const letter = columnLetter(index + 1);
    const fen = sums.get(letter);
    if (fen === undefined) return blankCell('total');
    const rows = `${letter}${FIRST}:${letter}${FIRST + doubles.length - 1}`;
    return amountFormula(`SUBTOTAL(9,${rows})`, fen, 'totalFigure');
  });
  cells[1] = textCell(FILTERED_TOTAL, 'total');
  return { height: 22, cells };
}

/** The line of 总览 that leads to the sheet; nothing where nothing was reported twice. */
export function doublesBlock({ doubles = [] }: SummaryInput): GridBlock {
  if (doubles.length === 0) return { rows: [] };
  const [budget, actual] = (['budget', 'actual'] as const).map((side) =>
    formatThousands(addFen(doubles.map(({ setAside }) => setAside[side]))),
  );
  const text = `重复填报 ${doubles.length} 个项目（既由单位自报，又列在主管部门的表中），只计一次：不计预算 ${budget} 万元、支出 ${actual} 万元。点开看明细`;
  return {
    rows: [{ height: 20, parts: [part(linkCell(SHEETS.doubles, 'A1', text), GRID_COLUMNS)] }],
  };
}
