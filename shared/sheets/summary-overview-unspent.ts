import { columnLetter } from '../cells/cell.ts';
import type { UnspentProject } from '../submission-figures.ts';
import { amountCell, rateFormula, unspentFormula } from './summary-cells.ts';
import { columnOf, GRID_COLUMNS, type GridBlock, type GridRow, part } from './summary-grid.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
  addressOf,
  type SummaryInput,
} from './summary-input.ts';
import { type CellModel, hyperlinkCell, numberCell, textCell } from './workbook-model.ts';

const WIDTHS = [1, 5, 4, 3, 3, 3, 2, 3];
const TITLES = [
  '',
  '项目 Project',
  '报送主体\nSubmitter',
  '预算\nBudget',
  '实际支出\nActual',
  '未执行\nUnspent',
  '执行率\nRate',
  '来源\nSource',
];
const [BUDGET, ACTUAL] = [columnLetter(columnOf(WIDTHS, 3)), columnLetter(columnOf(WIDTHS, 4))];

const MOST = 10;

interface Unspent {
  readonly submission: AcceptedSubmission;
  readonly project: UnspentProject;
}

/** The ten projects that left the most money unspent, each with where it stands. */
export function unspentBlock(input: SummaryInput, top: number): GridBlock {
  const largest = largestUnspent(input);
  const first = top + 2;
  return {
    rows: [
      {
        height: 22,
        parts: [
          part(
            textCell('五、未执行金额最大的十个项目（万元）Ten largest unspent', 'heading'),
            GRID_COLUMNS,
          ),
        ],
      },
      gridRow(TITLES.map((title) => textCell(title, 'header'))),
      ...(largest.length === 0
        ? [{ height: 18, parts: [part(textCell('没有未执行的金额', 'centred'), GRID_COLUMNS)] }]
        : largest.map((found, index) => unspentRow(found, index, first + index, input))),
    ],
  };
}

const left = ({ budget, actual }: UnspentProject): number => budget - actual;

const largestUnspent = (input: SummaryInput): readonly Unspent[] =>
  acceptedOf(input)
    .flatMap((submission) =>
      submission.current.figures.unspent.map((project) => ({ submission, project })),
    )
    .sort((a, b) => left(b.project) - left(a.project))
    .slice(0, MOST);

function unspentRow(
  { submission, project }: Unspent,
  index: number,
  row: number,
  input: SummaryInput,
): GridRow {
  const cells = { budget: `${BUDGET}${row}`, actual: `${ACTUAL}${row}` };
  return gridRow([
    numberCell(index + 1, 'centred'),
    textCell(project.name, 'text'),
    textCell(submission.submitter.name, 'text'),
    amountCell(project.budget, 'figure'),
    amountCell(project.actual, 'figure'),
    unspentFormula(cells, project, 'figure'),
    rateFormula(cells, project, 'figure'),
    placeCell(submission, project, input),
  ]);
}

/** Row and revision, which lead to the report. */
function placeCell(
  { current }: AcceptedSubmission,
  { at }: UnspentProject,
  input: SummaryInput,
): CellModel {
  const place = `第${at.row}行${current.revision === null ? '' : ` 第${current.revision}版`}`;
  const { report } = current.outputs;
  return report === undefined
    ? textCell(place, 'centred')
    : hyperlinkCell(addressOf(input, report), place);
}

const gridRow = (cells: readonly CellModel[]): GridRow => ({
  height: null,
  parts: cells.map((cell, index) => part(cell, WIDTHS[index] ?? 1)),
});
