import { type FormDefinition, fieldTitle, type Leaf, leaves } from '../../templates/form.ts';
import { columnLetter } from '../cells/cell.ts';
import type { Text } from '../locale.ts';
import { type Fen, wanYuan } from '../money.ts';
import { rateNumber } from '../rate.ts';
import { NO_FIGURE, type ProjectRecord, printExtra } from '../records/record.ts';
import { cellText } from './excel-limits.ts';
import { styleOfLeaf } from './official-table.ts';
import { lineRow, sheetOfRows, type TextColumn, titleRow } from './sheet-rows.ts';
import { amountCell, MONEY_FORMAT, RATE_FORMAT } from './summary-cells.ts';
import type { SummaryInput, SummarySubmission } from './summary-figures.ts';
import { typedFigure } from './typed-figure.ts';
import {
  blankCell,
  type CellModel,
  formulaCell,
  numberCell,
  type RowModel,
  type SheetModel,
  textCell,
} from './workbook-model.ts';

/** A column of the form with its full title. */
interface Field {
  readonly leaf: Leaf;
  readonly title: Text;
}

const SUBMITTER: TextColumn = { title: { zh: '报送主体', en: 'Submitter' }, width: 24 };

/** Where a row comes from. */
const PROVENANCE: readonly TextColumn[] = [
  { title: { zh: '文件', en: 'File' }, width: 26 },
  { title: { zh: '表', en: 'Sheet' }, width: 13 },
  { title: { zh: '行', en: 'Row' }, width: 7 },
  { title: { zh: '版次', en: 'Revision' }, width: 9 },
];

const WIDTHS: Readonly<Record<Leaf['type'], number>> = {
  serial: 7,
  text: 15,
  money: 14,
  rate: 11,
  extension: 9,
};

/** Below title, sums and header. */
const FIRST_LINE = 4;

/** Submitter, serial, unit and project stay in sight. */
const FROZEN_COLUMNS = 4;

/** The sheet 项目明细: every field of every project, a row each, and where it comes from. */
export function detailsSheet(input: SummaryInput): SheetModel {
  const fields = unionOfFields(input.submissions.map(({ form }) => form));
  const columns = [SUBMITTER, ...fields.map(columnOf), ...PROVENANCE];
  const lines = input.submissions.flatMap((submission) =>
    submission.recordSet.records.map((record) =>
      lineRow(detailCells(record, submission, fields), columns),
    ),
  );
  return sheetOfRows({
    name: '项目明细',
    columns,
    above: [
      titleRow(`${input.period.id}年度项目明细（单位：万元）`, columns.length),
      sumRow(input, fields),
    ],
    spanned: { rows: 1, columns: FROZEN_COLUMNS },
    lines,
    print: { paper: 'A3', pagesWide: 2, titleColumns: FROZEN_COLUMNS },
    frozenColumns: FROZEN_COLUMNS,
    filterable: lines.length > 0,
  });
}

/** The columns of all forms in order; one that a form adds stands after its neighbour there. */
function unionOfFields(forms: readonly FormDefinition[]): readonly Field[] {
  const union: Field[] = [];
  for (const form of new Set(forms)) {
    let place = 0;
    for (const leaf of leaves(form.columns)) {
      const known = union.findIndex((field) => field.leaf.field === leaf.field);
      if (known >= 0) {
        place = known + 1;
        continue;
      }
      union.splice(place, 0, { leaf, title: fieldTitle(form, leaf.field) });
      place += 1;
    }
  }
  return union;
}

const columnOf = ({ leaf, title }: Field): TextColumn => ({
  title,
  width: leaf.type === 'text' ? Math.round(WIDTHS.text * leaf.weight) : WIDTHS[leaf.type],
});

/** Sums that follow the filters: SUBTOTAL leaves out the rows a filter hides. */
function sumRow(input: SummaryInput, fields: readonly Field[]): RowModel {
  const records = input.submissions.flatMap(({ recordSet }) => recordSet.records);
  const last = FIRST_LINE + records.length - 1;
  const sums = fields.map(({ leaf }, index): CellModel => {
    const amounts = records.flatMap(({ amounts: stated }) => stated[leaf.field] ?? []);
    if (leaf.type !== 'money' || amounts.length === 0) return blankCell('total');
    const column = columnLetter(index + 2);
    const sum = amounts.reduce((total, fen) => total + fen, 0);
    const formula = `SUBTOTAL(9,${column}${FIRST_LINE}:${column}${last})`;
    return formulaCell(formula, wanYuan(sum), 'totalFigure', MONEY_FORMAT);
  });
  const label = textCell('合计（随筛选变化）', 'total');
  return { height: 22, cells: [label, ...sums, ...PROVENANCE.map(() => blankCell('total'))] };
}

function detailCells(
  record: ProjectRecord,
  submission: SummarySubmission,
  fields: readonly Field[],
): readonly CellModel[] {
  const { form, recordSet, fileName, revision } = submission;
  const own = new Set(leaves(form.columns).map(({ field }) => field));
  return [
    textCell(recordSet.submitter.name, 'topText'),
    ...fields.map(({ leaf }) =>
      own.has(leaf.field) ? detailCell(record, leaf) : textCell(NO_FIGURE, styleOfLeaf(leaf)),
    ),
    textCell(fileName ?? NO_FIGURE, 'topText'),
    textCell(record.source.sheet, 'topText'),
    numberCell(record.source.row, 'topCentred'),
    revision === null ? textCell(NO_FIGURE, 'topCentred') : numberCell(revision, 'topCentred'),
  ];
}

/** A field as the form has it; what the unit left blank stays blank. */
function detailCell(record: ProjectRecord, leaf: Leaf): CellModel {
  const style = styleOfLeaf(leaf);
  if (leaf.type === 'money') {
    const fen: Fen | null = record.amounts[leaf.field] ?? null;
    return fen === null ? blankCell(style) : amountCell(fen, style);
  }
  if (leaf.type === 'rate') {
    const rate = record.rates[leaf.field] ?? null;
    return rate === null ? blankCell(style) : numberCell(rateNumber(rate), style, RATE_FORMAT);
  }
  if (leaf.type === 'extension') return textCell(cellText(printExtra(record, leaf.field)), style);
  const typed = record.texts[leaf.field] ?? '';
  return leaf.type === 'serial'
    ? typedFigure(typed, Number(typed), style)
    : textCell(cellText(typed), style);
}
