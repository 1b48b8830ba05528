import { fieldTitle, leaves } from '../../../templates/form.ts';
import { inRow } from '../address.ts';
import { defineRule } from '../rule.ts';

/** Cells without which a project can be neither named nor added up are filled in. */
export const requiredCellFilled = defineRule({
  id: 'required-cell-filled',
  number: 'E1',
  severity: 'error',
  scope: 'row',
  title: { zh: '必填栏已填', en: 'Required cells are filled in' },
  message: {
    zh: ({ column, typed }: CellParams) =>
      typed === ''
        ? `“${column}”没有填。请补填。`
        : `“${column}”必须填，不能填“${typed}”。没有金额请填 0。`,
    en: ({ columnEn, typed }: CellParams) =>
      typed === ''
        ? `“${columnEn}” is blank.`
        : `“${columnEn}” is required; “${typed}” will not do. Fill in 0 for no amount.`,
  },
  *check(row, { form }) {
    for (const leaf of leaves(form.columns)) {
      const entry = row.entries[leaf.field];
      if (!leaf.required || entry === undefined) continue;
      const blank = entry.figure === undefined ? entry.text === '' : entry.figure.kind === 'blank';
      if (!blank) continue;
      const title = fieldTitle(form, leaf.field);
      yield {
        at: inRow(row, leaf.field),
        params: { column: title.zh, columnEn: title.en, typed: entry.text },
      };
    }
  },
});

type CellParams = { column: string; columnEn: string; typed: string };
