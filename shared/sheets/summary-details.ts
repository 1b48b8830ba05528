import { type FormDefinition, fieldTitle, type Leaf, leaves } from '../../templates/form.ts';
import { columnLetter } from '../cells/cell.ts';
import type { Text } from '../locale.ts';
import { type Fen, wanYuan } from '../money.ts';
import { rateNumber } from '../rate.ts';
import { NO_FIGURE, type ProjectRecord, printExtra } from '../records/record.ts';
import { cellText } from './excel-limits.ts';
import { streamedList } from './long-list.ts';
import { styleOfLeaf } from './official-table.ts';
import { lineRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { amountCell, MONEY_FORMAT, RATE_FORMAT } from './summary-cells.ts';
import { fundList, periodTotals } from './summary-figures.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
  type SummaryDetail,
  type SummaryInput,
} from './summary-input.ts';
import { typedFigure } from './typed-figure.ts';
import {
  blankCell,
  type CellModel,
  formulaCell,
  numberCell,
  type RowModel,
  type StreamedSheet,
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
export function detailsSheet(input: SummaryInput): StreamedSheet<SummaryDetail> {
  const submissions = acceptedOf(input);
  const fields = unionOfFields(submissions.map(({ current }) => current.form));
  const columns = [SUBMITTER, ...fields.map(columnOf), ...PROVENANCE];
  const count = submissions.reduce((sum, { current }) => sum + current.rows, 0);
  return streamedList<SummaryDetail>({
    name: '项目明细',
    columns,
    above: [
      titleRow(`${input.period.id}年度项目明细（单位：万元）`, columns.length),
      sumRow(input, fields, count),
    ],
    spanned: { rows: 1, columns: FROZEN_COLUMNS },
    count,
    linesOf: function* ({ submission, records }) {
      for (const record of records) {
        yield lineRow(detailCells(record, submission, fields), columns);
      }
    },
    print: { paper: 'A3', pagesWide: 2, titleColumns: FROZEN_COLUMNS },
    frozenColumns: FROZEN_COLUMNS,
    filterable: count > 0,
  });
}

/** The columns of all forms in order; one that a form adds stands after its neighbour there. */
export function unionOfFields(forms: readonly FormDefinition[]): readonly Field[] {
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
function sumRow(input: SummaryInput, fields: readonly Field[], count: number): RowModel {
  const last = FIRST_LINE + count - 1;
  const stated = statedSums(input);
  const sums = fields.map(({ leaf }, index): CellModel => {
    const sum = stated.get(leaf.field) ?? null;
    if (leaf.type !== 'money' || sum === null || count === 0) return blankCell('total');
    const column = columnLetter(index + 2);
    const formula = `SUBTOTAL(9,${column}${FIRST_LINE}:${column}${last})`;
    return formulaCell(formula, wanYuan(sum), 'totalFigure', MONEY_FORMAT);
  });
  const label = textCell('合计（随筛选变化）', 'total');
  return { height: 22, cells: [label, ...sums, ...PROVENANCE.map(() => blankCell('total'))] };
}

/** Money column → what its rows come to, as the heads say; null where none states any. */
function statedSums(input: SummaryInput): ReadonlyMap<string, Fen | null> {
  const totals = periodTotals(input);
  return new Map(
    (['budget', 'actual'] as const).flatMap((side) =>
      fundList(totals[side]).map((fen, index) => [`${side}${FUNDS[index]}`, fen] as const),
    ),
  );
}

/** How the fields of a side end, in the order of `fundList`. */
const FUNDS = ['Total', 'General', 'Fund', 'NonFiscal'];

function detailCells(
  record: ProjectRecord,
  submission: AcceptedSubmission,
  fields: readonly Field[],
): readonly CellModel[] {
  const { form, fileName, revision } = submission.current;
  const own = new Set(leaves(form.columns).map(({ field }) => field));
  return [
    textCell(submission.submitter.name, 'topText'),
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
