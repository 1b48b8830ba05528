import { type Leaf, leaves } from '../../templates/form.ts';
import { columnLetter } from '../cells/cell.ts';
import { type Fen, wanYuan } from '../money.ts';
import { rateNumber } from '../rate.ts';
import { NO_FIGURE, type ProjectRecord, printExtra } from '../records/record.ts';
import { bandOf, spendingOf, unitPlaces } from '../submission-figures.ts';
import { cellText } from './excel-limits.ts';
import { streamedList } from './long-list.ts';
import { styleOfLeaf } from './official-table.ts';
import { lineRow, type TextColumn, titleRow } from './sheet-rows.ts';
import { amountCell, MONEY_FORMAT, RATE_FORMAT } from './summary-cells.ts';
import { approvedPart, fundList, periodTotals } from './summary-figures.ts';
import {
  type AcceptedSubmission,
  acceptedOf,
  type SummaryDetail,
  type SummaryInput,
} from './summary-input.ts';
import { feedbackCell, placeCells, reportCell } from './summary-links.ts';
import { BAND_NAMES, SHEETS } from './summary-names.ts';
import {
  type DetailExtra,
  type DetailPlaces,
  departmentKey,
  detailPlaces,
  type Field,
} from './summary-places.ts';
import {
  FILTERED_TOTAL,
  onlyApproved,
  REVIEW_COLUMN,
  reviewCells,
  totalNames,
} from './summary-review.ts';
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

const SUBMITTER: TextColumn = { title: { zh: '报送主体', en: 'Submitter' }, width: 24 };

/** What a row counts as, and where it comes from. */
const EXTRAS: Readonly<Record<DetailExtra, TextColumn>> = {
  band: { title: { zh: '率段', en: 'Band' }, width: 11 },
  department: { title: { zh: '汇总行', en: 'Counts in' }, width: 9 },
  review: REVIEW_COLUMN,
  file: { title: { zh: '文件', en: 'File' }, width: 26 },
  sheet: { title: { zh: '表', en: 'Sheet' }, width: 13 },
  row: { title: { zh: '行', en: 'Row' }, width: 7 },
  revision: { title: { zh: '版次', en: 'Revision' }, width: 9 },
  report: { title: { zh: '自评表', en: 'Report' }, width: 9 },
  feedback: { title: { zh: '原表', en: 'Own table' }, width: 9 },
};

const WIDTHS: Readonly<Record<Leaf['type'], number>> = {
  serial: 7,
  text: 15,
  money: 14,
  rate: 11,
  extension: 9,
};

/** Submitter, serial, unit and project stay in sight. */
const FROZEN_COLUMNS = 4;

/** The sheet 项目明细: every field of every project, a row each, and where it comes from. */
export function detailsSheet(input: SummaryInput): StreamedSheet<SummaryDetail> {
  const places = detailPlaces(input);
  const { count, fields, extras } = places;
  const columns = [SUBMITTER, ...fields.map(columnOf), ...extras.map((extra) => EXTRAS[extra])];
  const order = new Map(acceptedOf(input).map((submission, index) => [nameOf(submission), index]));
  return streamedList<SummaryDetail>({
    name: SHEETS.details,
    columns,
    above: [
      titleRow(`${input.period.id}年度项目明细（单位：万元）`, columns.length),
      ...sumRows(input, places),
    ],
    spanned: { rows: 1, columns: FROZEN_COLUMNS },
    count,
    linesOf: function* (detail) {
      const { submission, records } = detail;
      const units = unitPlaces(records);
      for (const [index, record] of records.entries()) {
        const key = departmentKey(order.get(nameOf(submission)) ?? 0, units[index] ?? 0);
        yield lineRow(
          [
            ...detailCells(record, submission, fields),
            ...extraCells(record, submission, key, input),
          ],
          columns,
        );
      }
    },
    print: { paper: 'A3', pagesWide: 2, titleColumns: FROZEN_COLUMNS },
    frozenColumns: FROZEN_COLUMNS,
    filterable: count > 0,
  });
}

/** A submitter without a code is known by its name alone. */
const nameOf = ({ submitter: { code, name } }: AcceptedSubmission): string => code ?? name;

const columnOf = ({ leaf, title }: Field): TextColumn => ({
  title,
  width: leaf.type === 'text' ? Math.round(WIDTHS.text * leaf.weight) : WIDTHS[leaf.type],
});

/** A sum that follows the filters, SUBTOTAL leaves out the rows a filter hides; and one of what is approved. */
function sumRows(input: SummaryInput, places: DetailPlaces): readonly RowModel[] {
  const approved = approvedPart(input);
  const { column, firstRow, count } = places;
  const all = sumRow(FILTERED_TOTAL, input, places, (rows) => `SUBTOTAL(9,${rows})`);
  if (approved === null) return [all];
  const review = column('review') ?? '';
  const reviews = `${review}${firstRow}:${review}${firstRow + count - 1}`;
  return [
    all,
    sumRow(
      totalNames(input).approved,
      approved,
      places,
      (rows) => `SUMIFS(${rows},${onlyApproved(reviews)})`,
    ),
  ];
}

function sumRow(
  name: string,
  part: SummaryInput,
  { fields, extras, count, firstRow }: DetailPlaces,
  formulaOf: (rows: string) => string,
): RowModel {
  const last = firstRow + count - 1;
  const stated = statedSums(part);
  const sums = fields.map(({ leaf }, index): CellModel => {
    const sum = stated.get(leaf.field) ?? null;
    if (leaf.type !== 'money' || sum === null || count === 0) return blankCell('total');
    const column = columnLetter(index + 2);
    const formula = formulaOf(`${column}${firstRow}:${column}${last}`);
    return formulaCell(formula, wanYuan(sum), 'totalFigure', MONEY_FORMAT);
  });
  const behind = extras.map(() => blankCell('total'));
  return { height: 22, cells: [textCell(name, 'total'), ...sums, ...behind] };
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
  { submitter, current }: AcceptedSubmission,
  fields: readonly Field[],
): readonly CellModel[] {
  const own = new Set(leaves(current.form.columns).map(({ field }) => field));
  return [
    textCell(submitter.name, 'topText'),
    ...fields.map(({ leaf }) =>
      own.has(leaf.field) ? detailCell(record, leaf) : textCell(NO_FIGURE, styleOfLeaf(leaf)),
    ),
  ];
}

/** In the order of `DetailPlaces.extras`. */
function extraCells(
  record: ProjectRecord,
  submission: AcceptedSubmission,
  key: string,
  input: SummaryInput,
): readonly CellModel[] {
  const { current } = submission;
  const { budget, actual } = spendingOf(record, current.form);
  return [
    textCell(BAND_NAMES[bandOf(budget, actual)].zh, 'topCentred'),
    textCell(key, 'topCentred'),
    ...reviewCells(input, submission, 'topCentred'),
    ...placeCells(current, record.source),
    reportCell(input, current),
    feedbackCell(input, current),
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
