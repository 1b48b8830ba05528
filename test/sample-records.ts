import { readFileSync } from 'node:fs';
import { parseDecimal } from '../shared/decimal.ts';
import { amountIn } from '../shared/money.ts';
import { type Rate, rateFromDecimal } from '../shared/rate.ts';
import type { ProjectRecord, RecordSet } from '../shared/records/record.ts';
import { toRecords } from '../shared/records/to-records.ts';
import { type FormDefinition, type Leaf, leaves } from '../templates/form.ts';
import { longgang2020 } from '../templates/longgang-2020/form.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';
import { type Typed, tableOf } from './make-sheet.ts';

/** A published table as `templates/samples/data` holds it: texts as printed, field by field. */
interface SampleData {
  readonly attachment: string | null;
  readonly department: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** A sample table as records, without the reader. */
export interface Sample {
  readonly form: FormDefinition;
  readonly recordSet: RecordSet;
  /** Field → text as published, row by row. */
  readonly published: readonly Readonly<Record<string, string>>[];
}

export const sample2020 = (): Sample => sample('2020', 'LG-GXJ', longgang2020);
export const sample2021 = (): Sample => sample('2021', 'LG-FGJ', longgang2021);

function sample(period: string, code: string, form: FormDefinition): Sample {
  const file = new URL(`../templates/samples/data/${period}-${code}.json`, import.meta.url);
  const data = JSON.parse(readFileSync(file, 'utf8')) as SampleData;
  const published = data.rows.map(({ seq = '', ...texts }) => ({
    serial: seq,
    ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text ?? ''])),
  }));
  return {
    form,
    published,
    recordSet: {
      form: form.id,
      period,
      submitter: { code, name: data.department },
      attachment: form.attachment,
      records: published.map((texts, index) => recordOf(texts, index + 1, leaves(form.columns))),
    },
  };
}

function recordOf(
  published: Readonly<Record<string, string>>,
  number: number,
  columns: readonly Leaf[],
): ProjectRecord {
  const texts: Record<string, string> = {};
  const amounts: Record<string, number | null> = {};
  const rates: Record<string, Rate | null> = {};
  for (const { field, type } of columns) {
    const text = published[field] ?? '';
    if (type === 'money') amounts[field] = text === '' ? null : fenOf(text);
    else if (type === 'rate') rates[field] = text === '' ? null : rateOf(text);
    else if (type !== 'extension') texts[field] = text;
  }
  return {
    number,
    implementingUnit: null,
    texts,
    amounts,
    rates,
    extraIndicators: [],
    source: { sheet: 'Sheet1', row: number },
  };
}

function fenOf(text: string): number {
  const value = parseDecimal(text.replaceAll(',', ''));
  const amount = value === undefined ? undefined : amountIn('万元', value, 2);
  if (amount === undefined) throw new Error(`no amount: ${text}`);
  return amount.fen;
}

function rateOf(text: string): Rate {
  const value = parseDecimal(text.replace('%', ''));
  if (value === undefined) throw new Error(`no rate: ${text}`);
  const places = value.places + (text.endsWith('%') ? 2 : 0);
  const rate = rateFromDecimal({ digits: value.digits, places });
  if (rate === undefined) throw new Error(`no rate: ${text}`);
  return rate;
}

/** Last year's records of LG-FGJ with these projects. */
export const lastYearWith = (...rows: readonly Readonly<Record<string, Typed>>[]): RecordSet => ({
  form: longgang2021.id,
  period: '2020',
  submitter: { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局' },
  attachment: null,
  records: toRecords(tableOf(rows), null),
});
