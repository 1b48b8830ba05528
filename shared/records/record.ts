import type { Leaf } from '../../templates/form.ts';
import { type Fen, formatPlain, formatThousands } from '../money.ts';
import { formatPercent, formatRatio, type Rate } from '../rate.ts';
import type { ExtraIndicator } from '../rows/row.ts';

/** An accepted row, as stored: one project. */
export interface ProjectRecord {
  /** Place in the table, from 1. */
  readonly number: number;
  /** Code of the implementing unit, null when no register was at hand. */
  readonly implementingUnit: string | null;
  /**
   * Field → text of serial, text and extension columns, as typed; of a money column only what stands
   * there in place of an amount: 无, 不适用, —. Of a rate column only `NOT_PUBLIC`.
   */
  readonly texts: Readonly<Record<string, string>>;
  /** Field → fen of money columns; null where the cell was blank. */
  readonly amounts: Readonly<Record<string, Fen | null>>;
  /** Field → rate as stated; null where the cell was blank, or nothing was budgeted. */
  readonly rates: Readonly<Record<string, Rate | null>>;
  readonly extraIndicators: readonly ExtraIndicator[];
  /** 项目编码, where the unit's file has one; never printed. */
  readonly projectCode?: string;
  /** Where the row stood in the unit's file. */
  readonly source: { readonly sheet: string; readonly row: number };
}

/** What an accepted revision holds: everything report and summary are made from. */
export interface RecordSet {
  /** Id of the form. */
  readonly form: string;
  readonly period: string;
  readonly submitter: { readonly code: string | null; readonly name: string };
  /** Pattern of the title where its period set one; left out: the form's. */
  readonly title?: string;
  /** Attachment mark printed above the title, null for none. */
  readonly attachment: string | null;
  readonly records: readonly ProjectRecord[];
}

/** Printed in place of a value that is not to be public; only public renderings have it. */
export const NOT_PUBLIC = '依法不予公开';

/** Printed where a form or a unit states no figure. */
export const NO_FIGURE = '—';

/** An amount in the form's own notation. */
export const printAmount = (fen: Fen, format: Leaf['format']): string =>
  format === '#,##0.00' ? formatThousands(fen) : formatPlain(fen);

/** A rate in the form's own notation. */
const printRate = (rate: Rate, format: Leaf['format']): string =>
  format === '0.00%' ? formatPercent(rate) : formatRatio(rate);

/** What stands in a cell of the official table; a blank cell stays blank, a missing rate prints —. */
export function printedValue(record: ProjectRecord, leaf: Leaf): string {
  if (leaf.type === 'money') {
    const fen = record.amounts[leaf.field] ?? null;
    return fen === null ? (record.texts[leaf.field] ?? '') : printAmount(fen, leaf.format);
  }
  if (leaf.type === 'rate') {
    const rate = record.rates[leaf.field] ?? null;
    return rate === null ? (record.texts[leaf.field] ?? NO_FIGURE) : printRate(rate, leaf.format);
  }
  if (leaf.type === 'extension') return printExtra(record, leaf.field);
  return record.texts[leaf.field] ?? '';
}

/** The indicators a unit added under a `……` column, a line each. */
export const printExtra = (
  { extraIndicators }: Pick<ProjectRecord, 'extraIndicators'>,
  field: string,
): string =>
  extraIndicators
    .filter((indicator) => indicator.field === field)
    .map(({ title, target, actual }) => (title === '' ? target : `${title}：${target}；${actual}`))
    .join('\n');
