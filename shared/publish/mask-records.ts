import { type FormDefinition, type Leaf, leaves } from '../../templates/form.ts';
import { NOT_PUBLIC, type ProjectRecord, type RecordSet } from '../records/record.ts';
import type { CellPlace } from '../submission-review.ts';

/**
 * The record set that public files are made from: masked cells say 依法不予公开, and what no table shows
 * (codes of units and projects, where a row stood in which file) is left out.
 */
export function maskedRecords(
  recordSet: RecordSet,
  masks: readonly CellPlace[],
  form: FormDefinition,
): RecordSet {
  const columns = new Map(leaves(form.columns).map((leaf) => [leaf.field, leaf]));
  return {
    ...recordSet,
    records: recordSet.records.map((record) => {
      const own = masks
        .filter((mask) => isIn(record, mask))
        .flatMap(({ field }) => columns.get(field) ?? []);
      return own.reduce(maskCell, shownOnly(record));
    }),
  };
}

const isIn = ({ source }: ProjectRecord, mask: CellPlace): boolean =>
  source.sheet === mask.sheet && source.row === mask.row;

const shownOnly = ({
  number,
  texts,
  amounts,
  rates,
  extraIndicators,
}: ProjectRecord): ProjectRecord => ({
  number,
  implementingUnit: null,
  texts,
  amounts,
  rates,
  extraIndicators,
  source: { sheet: '', row: number },
});

function maskCell(record: ProjectRecord, { field, type }: Leaf): ProjectRecord {
  if (type === 'extension') {
    const others = record.extraIndicators.filter((indicator) => indicator.field !== field);
    const masked = { field, title: '', target: NOT_PUBLIC, actual: '' };
    return { ...record, extraIndicators: [...others, masked] };
  }
  return {
    ...record,
    texts: { ...record.texts, [field]: NOT_PUBLIC },
    amounts: type === 'money' ? { ...record.amounts, [field]: null } : record.amounts,
    rates: type === 'rate' ? { ...record.rates, [field]: null } : record.rates,
  };
}
