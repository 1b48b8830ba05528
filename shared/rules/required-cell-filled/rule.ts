import { fieldTitle, leaves } from '../../../templates/form.ts';
import { formatPlain } from '../../money.ts';
import { inRow } from '../address.ts';
import { sumOfParts } from '../judge-sum.ts';
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
        ? `“${columnEn}” is blank. Fill it in.`
        : `“${columnEn}” is required; “${typed}” will not do. Fill in 0 for no amount.`,
  },
  cause: ({ typed }, { field }) => (typed === '' ? `${field}` : `${field} typed`),
  merged: {
    zh: ({ count, serials, first, column }) =>
      first.typed === ''
        ? `${count} 个项目没有填“${column.zh}”${serials === '' ? '' : `（序号 ${serials}）`}。请逐一补填。`
        : `${count} 个项目的“${column.zh}”填的不是数（序号 ${serials}），如“${first.typed}”。没有金额请填 0。`,
    en: ({ count, serials, first, column }) =>
      first.typed === ''
        ? `${count} projects leave “${column.en}” blank${serials === '' ? '' : ` (No. ${serials})`}.`
        : `${count} projects fill “${column.en}” with no figure (No. ${serials}), as “${first.typed}”. Fill in 0 for no amount.`,
  },
  example: { column: '项目名称', columnEn: 'Project', typed: '' },
  *check(row, { form }) {
    for (const leaf of leaves(form.columns)) {
      const entry = row.entries[leaf.field];
      if (!leaf.required || entry === undefined) continue;
      const blank = entry.figure === undefined ? entry.text === '' : entry.figure.kind === 'blank';
      if (!blank) continue;
      const title = fieldTitle(form, leaf.field);
      const sum = sumOfParts(row, form, leaf.field);
      yield {
        at: inRow(row, leaf.field),
        params: { column: title.zh, columnEn: title.en, typed: entry.text },
        ...(sum === null ? {} : { suggestion: formatPlain(sum) }),
      };
    }
  },
});

type CellParams = { column: string; columnEn: string; typed: string };
