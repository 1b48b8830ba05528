import { type FormDefinition, leaves } from '../../templates/form.ts';
import type { Fen } from '../money.ts';
import type { Rate } from '../rate.ts';
import type { Row, Table } from '../rows/row.ts';
import { type Register, unitsNamed } from '../unit.ts';
import type { ProjectRecord } from './record.ts';

/**
 * The records of a table's rows. A figure that could not be read becomes null: such a table carries
 * an error finding and is printed, if at all, as a draft.
 */
export const toRecords = (table: Table, register: Register | null): readonly ProjectRecord[] =>
  table.rows.map((row, index) => toRecord(row, index + 1, table, register));

function toRecord(
  row: Row,
  number: number,
  table: Table,
  register: Register | null,
): ProjectRecord {
  const name = row.entries['unitName']?.text ?? '';
  return {
    number,
    implementingUnit: (register === null ? undefined : unitsNamed(register, name)[0])?.code ?? null,
    ...valuesOf(row, table.form),
    extraIndicators: row.extraIndicators,
    ...(row.projectCode === undefined ? {} : { projectCode: row.projectCode }),
    source: { sheet: table.sheet, row: row.number },
  };
}

function valuesOf(
  row: Row,
  form: FormDefinition,
): Pick<ProjectRecord, 'texts' | 'amounts' | 'rates'> {
  const texts: Record<string, string> = {};
  const amounts: Record<string, Fen | null> = {};
  const rates: Record<string, Rate | null> = {};
  for (const { field, type } of leaves(form.columns)) {
    const entry = row.entries[field];
    const figure = entry?.figure;
    if (type === 'money') {
      amounts[field] = figure?.kind === 'amount' ? figure.amount.fen : null;
      // 无, 不适用, — and blank are different answers, and printed as given.
      if (figure?.kind === 'blank' && entry?.text) texts[field] = entry.text;
    } else if (type === 'rate') rates[field] = figure?.kind === 'rate' ? figure.rate : null;
    else if (type !== 'extension') texts[field] = entry?.text ?? '';
  }
  // 0 ÷ 0 is no rate, whatever was typed; it is printed as —.
  if (amounts[form.rate.budget] === 0) rates[form.rate.field] = null;
  return { texts, amounts, rates };
}
