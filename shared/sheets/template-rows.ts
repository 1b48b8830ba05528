import { type FormDefinition, type Leaf, leaves } from '../../templates/form.ts';
import { decimalText } from '../decimal.ts';
import { addFen, type Fen, formatPlain, formatThousands, wanYuan } from '../money.ts';
import { type Rate, rateNumber } from '../rate.ts';
import type { ProjectRecord } from '../records/record.ts';
import { readSerial } from '../rows/read-serial.ts';
import { cellText } from './excel-limits.ts';
import { extraOf, indicatorFields, type TemplateForm } from './template-form.ts';
import {
  columnSumCell,
  partsOf,
  rateCell,
  rateOfFormula,
  totalCell,
  totalOfParts,
} from './template-formulas.ts';
import { typedFigure } from './typed-figure.ts';
import {
  blankCell,
  type CellModel,
  numberCell,
  type StyleName,
  textCell,
} from './workbook-model.ts';

/** Excel's format for "text, whatever is typed": 3-1 stays 3-1 and does not become a date. */
const AS_TYPED = '@';

const LARGEST_SERIAL = /^[1-9]\d{0,8}$/;

const entryStyle = ({ align }: Leaf): StyleName => {
  if (align === 'right') return 'entryFigure';
  return align === 'center' ? 'entryCentred' : 'entryText';
};

/** A project in its row of the sheet: what the record says, and formulas that say the same. */
export function recordRow(
  record: ProjectRecord,
  template: TemplateForm,
  row: number,
): readonly CellModel[] {
  const asTyped = typedAsText(template.form);
  return leaves(template.form.columns).map((leaf) => {
    if (leaf.type === 'money') return amountCell(record, template.form, leaf, row);
    if (leaf.type === 'rate') return rateOrFormula(record, template.form, leaf, row);
    const text = cellText(textOf(record, leaf, template));
    if (leaf.type === 'serial' && LARGEST_SERIAL.test(text)) {
      return numberCell(Number(text), entryStyle(leaf));
    }
    const cell = textCell(text, entryStyle(leaf));
    return asTyped.has(leaf.field) ? { ...cell, format: AS_TYPED } : cell;
  });
}

/** A row that is offered: its 序号, its formulas, nothing else. */
export const offeredRow = (
  serial: number,
  template: TemplateForm,
  row: number,
): readonly CellModel[] =>
  recordRow(
    {
      number: 1,
      implementingUnit: null,
      texts: { serial: `${serial}` },
      amounts: {},
      rates: {},
      extraIndicators: [],
      source: { sheet: '', row: 1 },
    },
    template,
    row,
  );

/** The largest 序号 of the records, 0 for none. */
export const lastSerial = (records: readonly ProjectRecord[]): number =>
  Math.max(0, ...records.map(({ texts }) => readSerial(texts['serial'] ?? '') ?? 0));

/** 合计 below the rows: sums of amounts, and their rate. */
export function sumRow(
  records: readonly ProjectRecord[],
  form: FormDefinition,
  rows: { readonly above: number; readonly below: number; readonly own: number },
): readonly CellModel[] {
  const sums: Record<string, Fen | null> = {};
  for (const { field, type } of leaves(form.columns)) {
    if (type !== 'money') continue;
    const stated = records.flatMap(({ amounts }) => amounts[field] ?? []);
    sums[field] = stated.length === 0 ? null : addFen(stated);
  }
  return leaves(form.columns).map((leaf) => {
    if (leaf.type === 'money') return columnSumCell(form, leaf, rows, sums[leaf.field] ?? null);
    if (leaf.type === 'rate') return rateCell(form, leaf, rows.own, sums, 'totalFigure');
    return leaf.type === 'serial' ? textCell('合计', 'total') : blankCell('total');
  });
}

/** Names and indicators: short texts that programs would take for dates or numbers. */
const typedAsText = (form: FormDefinition): ReadonlySet<string> =>
  new Set(['unitName', 'projectName', ...indicatorFields(form)]);

function textOf(record: ProjectRecord, leaf: Leaf, { extras }: TemplateForm): string {
  if (leaf.type === 'extension') {
    const untitled = ({ field, title }: { field: string; title: string }): boolean =>
      field === leaf.field && title === '';
    return record.extraIndicators.find(untitled)?.target ?? '';
  }
  const pair = extras.find(({ target, actual }) => [target, actual].includes(leaf.field));
  if (pair === undefined) return record.texts[leaf.field] ?? '';
  const extra = extraOf(record, pair);
  return (leaf.field === pair.target ? extra?.target : extra?.actual) ?? '';
}

/** A total is a formula wherever that says what the record says; else it stays as it was stated. */
function amountCell(
  record: ProjectRecord,
  form: FormDefinition,
  leaf: Leaf,
  row: number,
): CellModel {
  const fen = record.amounts[leaf.field] ?? null;
  const parts = partsOf(form, leaf.field);
  if (parts !== undefined && totalOfParts(parts, record.amounts) === fen) {
    return totalCell(form, leaf, row, fen);
  }
  const style = parts === undefined ? entryStyle(leaf) : 'computedFigure';
  if (fen === null) return { ...blankCell(style), format: leaf.format ?? 'General' };
  return typedFigure(amountText(fen, leaf), wanYuan(fen), style, leaf.format);
}

/** Every stated decimal is shown. */
const amountText = (fen: Fen, { format }: Leaf): string =>
  format === '#,##0.00' && fen % FEN_IN_HUNDREDTHS === 0 ? formatThousands(fen) : formatPlain(fen);

/** Fen in 0.01 万元. */
const FEN_IN_HUNDREDTHS = 10_000;

function rateOrFormula(
  record: ProjectRecord,
  form: FormDefinition,
  leaf: Leaf,
  row: number,
): CellModel {
  const stated = record.rates[leaf.field] ?? null;
  const computed = rateOfFormula(form, leaf, record.amounts);
  if (isSameRate(stated, computed)) return rateCell(form, leaf, row, record.amounts);
  if (stated === null) return blankCell('computedFigure');
  return typedFigure(rateText(stated, leaf), rateNumber(stated), 'computedFigure', leaf.format);
}

const isSameRate = (a: Rate | null, b: Rate | null): boolean =>
  a?.scaled === b?.scaled && a?.places === b?.places;

/** The rate with the decimals it was stated with, in the form's notation where that shows them. */
const rateText = ({ scaled, places }: Rate, { format }: Leaf): string =>
  format === '0.00%' && places >= 2
    ? `${decimalText({ digits: BigInt(scaled), places: places - 2 })}%`
    : decimalText({ digits: BigInt(scaled), places });
