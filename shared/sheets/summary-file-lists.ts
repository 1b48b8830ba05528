import { columnLetter } from '../cells/cell.ts';
import { addFen, type Fen } from '../money.ts';
import { LOW_PERCENT, lowShare } from '../submission-figures.ts';
import { lazyList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { amountCell, amountFormula, countCell, countFormula } from './summary-cells.ts';
import { approvedPart, shareSetAside } from './summary-figures.ts';
import { type AcceptedSubmission, acceptedOf, type SummaryInput } from './summary-input.ts';
import { outputCell, revisionCell } from './summary-links.ts';
import { SHEETS } from './summary-names.ts';
import {
  FILTERED_TOTAL,
  onlyApproved,
  reviewCells,
  reviewColumns,
  totalNames,
} from './summary-review.ts';
import { type CellModel, type RowModel, type SheetModel, textCell } from './workbook-model.ts';

/*
 * What a large period has in place of its lists of projects: a line a submitter, from its head, with the
 * workbook that holds its projects. The sums are those of all projects.
 */

/** A figure of a submitter, which is summed. */
interface Figure {
  readonly column: TextColumn;
  readonly kind: 'projects' | 'money';
  readonly of: (submission: AcceptedSubmission) => number;
}

/** A list of submitters. */
interface FileList {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly belongs: (submission: AcceptedSubmission) => boolean;
  readonly figures: readonly Figure[];
}

const money = (zh: string, en: string, of: (submission: AcceptedSubmission) => Fen): Figure => ({
  column: { title: { zh, en }, width: 18 },
  kind: 'money',
  of,
});

const projects = (zh: string, en: string, of: Figure['of']): Figure => ({
  column: { title: { zh, en }, width: 12 },
  kind: 'projects',
  of,
});

const APART =
  '本期项目超过 10 万行，逐项内容按报送主体分册，一份不少：点右栏打开，或在 details 文件夹中按代码查找。';

/** What is said of files that hold more than what is summed; nothing where no project stands in two tables. */
const notCounted = ({ doubles }: SummaryInput): string =>
  doubles === undefined
    ? ''
    : `分册是报送时的全表，其中另计在别的表中的项目（见“${SHEETS.doubles}”）不计入本表各数。`;

/** The sheet 项目明细 of a large period. */
export const detailFilesSheet = (input: SummaryInput): SheetModel =>
  fileListSheet(input, {
    name: SHEETS.details,
    title: '项目明细索引（单位：万元）',
    note: `${APART}${notCounted(input)}`,
    belongs: () => true,
    figures: [
      projects('项目数', 'Projects', ({ current }) => current.figures.totals.projects),
      money('预算', 'Budget', ({ current }) => current.figures.totals.budget.total),
      money('实际支出', 'Actual', ({ current }) => current.figures.totals.actual.total),
      ...(input.doubles === undefined ? [] : SET_ASIDE),
    ],
  });

/** What the files hold beside what counts. */
const SET_ASIDE: readonly Figure[] = [
  projects('重复不计', 'Set aside', ({ current }) => shareSetAside(current).projects),
  money('不计预算', 'Budget set aside', ({ current }) => shareSetAside(current).budget),
  money('不计支出', 'Actual set aside', ({ current }) => shareSetAside(current).actual),
];

/** The sheet 未达标清单 of a large period. */
export function lowFilesSheet(input: SummaryInput): SheetModel {
  const low = ({ current }: AcceptedSubmission) => lowShare(current.figures);
  return fileListSheet(input, {
    name: SHEETS.low,
    title: `未达标清单索引（执行率低于${LOW_PERCENT}%，单位：万元）`,
    note: `${APART}各分册的“${SHEETS.low}”逐项列出。${notCounted(input)}`,
    belongs: (submission) => low(submission).projects > 0,
    figures: [
      projects('未达标项目', `Below ${LOW_PERCENT}%`, (each) => low(each).projects),
      projects('其中零执行', 'Nothing spent', (each) => each.current.figures.bands.zero.projects),
      money('预算', 'Budget', (each) => low(each).budget),
      money('实际支出', 'Actual', (each) => low(each).actual),
      money('未执行', 'Unspent', (each) => addFen([low(each).budget, -low(each).actual])),
    ],
  });
}

/** The sheet 问题整改台账 of a large period. */
export const problemFilesSheet = (input: SummaryInput): SheetModel =>
  fileListSheet(input, {
    name: SHEETS.problems,
    title: '问题整改台账索引（单位：个项目）',
    note: `${APART}各分册的“${SHEETS.problems}”逐项列出。${notCounted(input)}`,
    belongs: ({ current }) => current.figures.told > 0,
    figures: [
      projects('列入台账', 'Listed', ({ current }) => current.figures.told),
      projects('说了问题', 'With problems', ({ current }) => current.figures.problems),
      projects('说了整改', 'With remedies', ({ current }) => current.figures.rectified),
    ],
  });

const BEFORE: readonly TextColumn[] = [
  { title: { zh: '报送主体代码', en: 'Code' }, width: 16 },
  { title: { zh: '报送主体', en: 'Submitter' }, width: 44 },
];
const BEHIND: readonly TextColumn[] = [
  { title: { zh: '版次', en: 'Revision' }, width: 10 },
  { title: { zh: '明细工作簿', en: 'Workbook with the projects' }, width: 40 },
];

function fileListSheet(input: SummaryInput, list: FileList): SheetModel {
  const { name, title, note, belongs, figures } = list;
  const submissions = acceptedOf(input).filter(belongs);
  const columns = [
    ...BEFORE,
    ...figures.map(({ column }) => column),
    ...reviewColumns(input),
    ...BEHIND,
  ];
  return lazyList({
    name,
    columns,
    above: [
      titleRow(`${input.period.id}年度${title}`, columns.length),
      spannedRow(note, 'note', columns),
      ...sumRows(input, list, submissions.length, columns.length),
    ],
    spanned: { rows: 2, columns: columns.length },
    count: submissions.length,
    *lines() {
      for (const submission of submissions) {
        yield lineRow(lineCells(input, figures, submission), columns);
      }
    },
    print: {},
    frozenColumns: BEFORE.length,
    filterable: submissions.length > 0,
  });
}

/** Sums of all, and of what is approved where there is a review. */
function sumRows(
  input: SummaryInput,
  { belongs, figures }: FileList,
  count: number,
  width: number,
): readonly RowModel[] {
  const approved = approvedPart(input);
  const first = approved === null ? 5 : 6;
  const rows = (column: number): string =>
    `${columnLetter(column)}${first}:${columnLetter(column)}${first + count - 1}`;
  const reviews = onlyApproved(rows(BEFORE.length + figures.length + 1));
  const row = (name: string, part: SummaryInput, sum: (rows: string) => string): RowModel => {
    const submissions = acceptedOf(part).filter(belongs);
    const sums = figures.map((figure, index) =>
      sumCell(figure, submissions, count === 0 ? null : sum(rows(BEFORE.length + index + 1))),
    );
    const blank = textCell('', 'total');
    const cells = [blank, textCell(name, 'total'), ...sums];
    const all = Array.from({ length: width }, (_, index) => cells[index] ?? blank);
    return { height: 22, cells: all };
  };
  return [
    row(FILTERED_TOTAL, input, (each) => `SUBTOTAL(9,${each})`),
    ...(approved === null
      ? []
      : [row(totalNames(input).approved, approved, (each) => `SUMIFS(${each},${reviews})`)]),
  ];
}

function sumCell(
  { kind, of }: Figure,
  submissions: readonly AcceptedSubmission[],
  formula: string | null,
): CellModel {
  const sum = addFen(submissions.map(of));
  if (kind === 'money') {
    return formula === null
      ? amountCell(sum, 'totalFigure')
      : amountFormula(formula, sum, 'totalFigure');
  }
  return formula === null
    ? countCell(sum, 'totalFigure')
    : countFormula(formula, sum, 'totalFigure');
}

function lineCells(
  input: SummaryInput,
  figures: readonly Figure[],
  submission: AcceptedSubmission,
): readonly CellModel[] {
  const { submitter, current } = submission;
  const { detailsFile, revision } = current;
  return [
    textCell(submitter.code ?? '', 'text'),
    textCell(submitter.name, 'text'),
    ...figures.map(({ kind, of }) =>
      kind === 'money' ? amountCell(of(submission), 'figure') : countCell(of(submission), 'figure'),
    ),
    ...reviewCells(input, submission, 'centred'),
    revisionCell(revision, 'centred'),
    outputCell(input, detailsFile ?? undefined, detailsFile?.replace(/^.*details\//, '') ?? ''),
  ];
}
