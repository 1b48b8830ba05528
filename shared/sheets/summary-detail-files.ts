import { lazyList } from './long-list.ts';
import { lineRow, spannedRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { amountCell, countCell } from './summary-cells.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
  addressOf,
  type SummaryInput,
} from './summary-input.ts';
import { SHEETS } from './summary-names.ts';
import {
  type CellModel,
  hyperlinkCell,
  numberCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

const COLUMNS: readonly TextColumn[] = [
  { title: { zh: '报送主体代码', en: 'Code' }, width: 16 },
  { title: { zh: '报送主体', en: 'Submitter' }, width: 44 },
  { title: { zh: '项目数', en: 'Projects' }, width: 10 },
  { title: { zh: '预算', en: 'Budget' }, width: 18 },
  { title: { zh: '实际支出', en: 'Actual' }, width: 18 },
  { title: { zh: '版次', en: 'Revision' }, width: 10 },
  { title: { zh: '明细工作簿', en: 'Workbook with the projects' }, width: 40 },
];

/** Submitter code and name stay in sight. */
const FROZEN_COLUMNS = 2;

/**
 * The sheet 项目明细 of a large period: the rows lie in a workbook a submitter, and this leads to each.
 */
export function detailFilesSheet(input: SummaryInput): SheetModel {
  const submissions = acceptedOf(input);
  return lazyList({
    name: SHEETS.details,
    columns: COLUMNS,
    above: [
      titleRow(`${input.period.id}年度项目明细索引（单位：万元）`, COLUMNS.length),
      spannedRow(
        '本期项目超过 10 万行，逐项明细按报送主体分册，一份不少：点右栏打开，或在 details 文件夹中按代码查找。',
        'note',
        COLUMNS,
      ),
    ],
    spanned: { rows: 2, columns: COLUMNS.length },
    count: submissions.length,
    *lines() {
      for (const submission of submissions) yield fileLine(input, submission);
    },
    print: {},
    frozenColumns: FROZEN_COLUMNS,
    filterable: submissions.length > 0,
  });
}

function fileLine(input: SummaryInput, { submitter, current }: AcceptedSubmission): RowModel {
  const { projects, budget, actual } = current.figures.totals;
  const { detailsFile, revision } = current;
  const cells: readonly CellModel[] = [
    textCell(submitter.code ?? '', 'text'),
    textCell(submitter.name, 'text'),
    countCell(projects, 'figure'),
    amountCell(budget.total, 'figure'),
    amountCell(actual.total, 'figure'),
    revision === null ? textCell('', 'centred') : numberCell(revision, 'centred'),
    detailsFile === null
      ? textCell('', 'centred')
      : hyperlinkCell(addressOf(input, detailsFile), detailsFile.replace(/^.*details\//, '')),
  ];
  return lineRow(cells, COLUMNS);
}
