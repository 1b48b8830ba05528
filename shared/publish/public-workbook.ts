import { type FormDefinition, formTitle, type Leaf, leaves } from '../../templates/form.ts';
import { wanYuan } from '../money.ts';
import { type Rate, rateNumber } from '../rate.ts';
import { type ProjectRecord, printedValue, type RecordSet } from '../records/record.ts';
import { cellText } from '../sheets/excel-limits.ts';
import { captionCell, officialTableSheet, styleOfLeaf } from '../sheets/official-table.ts';
import {
  type CellModel,
  numberCell,
  textCell,
  type WorkbookModel,
} from '../sheets/workbook-model.ts';

/** The published table as a workbook in the official layout, with figures to reckon with. */
export function publicWorkbook(recordSet: RecordSet, form: FormDefinition): WorkbookModel {
  const { period, submitter, attachment, records } = recordSet;
  const title = formTitle(form, period, submitter.name, recordSet.title);
  const sheet = officialTableSheet({
    form,
    attachment,
    captions: {
      title: captionCell('title', title),
      submitter: captionCell(
        'submitter',
        form.notes.submitter.replace('{name}', () => submitter.name),
      ),
      unit: captionCell('unit', form.notes.unit),
    },
    rows: records.map((record) => leaves(form.columns).map((leaf) => cellOf(record, leaf))),
  });
  return { title, sheets: [sheet] };
}

function cellOf(record: ProjectRecord, leaf: Leaf): CellModel {
  const style = styleOfLeaf(leaf);
  const fen = leaf.type === 'money' ? (record.amounts[leaf.field] ?? null) : null;
  if (fen !== null) return numberCell(wanYuan(fen), style, leaf.format);
  const rate = leaf.type === 'rate' ? (record.rates[leaf.field] ?? null) : null;
  if (rate !== null) return numberCell(rateNumber(rate), style, rateFormat(rate, leaf));
  return textCell(cellText(printedValue(record, leaf)), style);
}

/** As many decimals as were stated, where the form does not say how many. */
const rateFormat = ({ places }: Rate, { format }: Leaf): string =>
  format === '0.00%' ? format : places === 0 ? '0' : `0.${'0'.repeat(places)}`;
