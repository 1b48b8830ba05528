import { addFen } from '../money.ts';
import { addShares, LOW_BANDS, LOW_PERCENT } from '../submission-figures.ts';
import { APPROVED_BAND_ROWS, BAND_ROWS, type BandRows, bandCell } from './summary-band-places.ts';
import { amountFormula, countFormula } from './summary-cells.ts';
import { DEPARTMENT_LETTERS, departmentCell } from './summary-department-columns.ts';
import { approvedPart, periodBands, toldFigures } from './summary-figures.ts';
import { GRID_COLUMNS, type GridBlock, type GridRow, part } from './summary-grid.ts';
import type { SummaryInput } from './summary-input.ts';
import { departmentPlaces } from './summary-places.ts';
import { totalNames } from './summary-review.ts';
import { type CellModel, textCell } from './workbook-model.ts';

const TITLES = [
  '须关注 To look at',
  `低于${LOW_PERCENT}%的预算\nBudget below`,
  `低于${LOW_PERCENT}%未执行\nUnspent below`,
  '零执行的预算\nNothing spent',
  '存在问题的项目\nWith problems',
  '已说整改的项目\nWith remedies',
];

const WIDTH = GRID_COLUMNS / TITLES.length;

/** The money of weak projects, and how many tell of problems and remedies; once more of what is approved. */
export function concernsBlock(input: SummaryInput): GridBlock {
  const { total, approved: approvedRow } = departmentPlaces(input);
  const approved = approvedPart(input);
  const { approved: name } = totalNames(input);
  return {
    rows: [
      line(
        TITLES.map((title) => textCell(title, 'header')),
        32,
      ),
      line([
        textCell(`${input.period.id}年`, 'total'),
        ...cells(input, { departments: total, bands: BAND_ROWS }, 'totalFigure'),
      ]),
      ...(approved === null || approvedRow === null
        ? []
        : [
            line([
              textCell(name, 'centred'),
              ...cells(approved, { departments: approvedRow, bands: APPROVED_BAND_ROWS }, 'figure'),
            ]),
          ]),
    ],
  };
}

const line = (all: readonly CellModel[], height = 18): GridRow => ({
  height,
  parts: all.map((cell) => part(cell, WIDTH)),
});

/** In the order of `TITLES`: from a line of 部门汇总 and a block of 率段分布. */
function cells(
  of: SummaryInput,
  source: { readonly departments: number; readonly bands: BandRows },
  style: 'figure' | 'totalFigure',
): readonly CellModel[] {
  const bands = periodBands(of);
  const low = addShares(LOW_BANDS.map((band) => bands[band]));
  const { problems, rectified } = toldFigures(of);
  const { low: lowRow, of: rowOf } = source.bands;
  const told = (letter: string, count: number): CellModel =>
    countFormula(departmentCell(letter, source.departments), count, style);
  return [
    amountFormula(bandCell('budget', lowRow), low.budget, style),
    amountFormula(bandCell('unspent', lowRow), addFen([low.budget, -low.actual]), style),
    amountFormula(bandCell('budget', rowOf('zero')), bands.zero.budget, style),
    told(DEPARTMENT_LETTERS.problems, problems),
    told(DEPARTMENT_LETTERS.rectified, rectified),
  ];
}
