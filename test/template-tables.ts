import type { Sheet } from '../shared/cells/cell.ts';
import { readWorkbook } from '../shared/cells/read-workbook.ts';
import type { ProjectRecord } from '../shared/records/record.ts';
import { findTable } from '../shared/rows/find-table.ts';
import type { Table } from '../shared/rows/row.ts';
import { type TemplateInput, templateWorkbook } from '../shared/sheets/template.ts';
import { writeWorkbook } from '../shared/sheets/write-workbook.ts';
import type { FormDefinition } from '../templates/form.ts';
import { FORMS } from '../templates/forms.ts';

/** A blank template of a form for LG-FGJ; `more` changes single things. */
export const inputFor = (
  form: FormDefinition,
  more: Partial<TemplateInput> = {},
): TemplateInput => ({
  form,
  period: form.version,
  attachment: form.attachment,
  submitter: { code: 'LG-FGJ', name: '深圳市龙岗区发展和改革局' },
  implementingUnits: ['深圳市龙岗区发展和改革局', '深圳市龙岗区投资推广署'],
  rows: 30,
  records: [],
  filledFrom: null,
  ...more,
});

/** The sheets of a template, written and read again. */
export async function sheetsOf(input: TemplateInput): Promise<readonly Sheet[]> {
  const read = await readWorkbook(await writeWorkbook(templateWorkbook(input)));
  if (!read.ok) throw new Error(`not read: ${read.refusal.kind}`);
  return read.sheets;
}

/** The table that is found in a template. */
export async function tableOf(input: TemplateInput): Promise<Table> {
  const result = findTable(await sheetsOf(input), FORMS);
  if (!result.found) throw new Error(`no table: ${JSON.stringify(result.noTable)}`);
  return result.table;
}

/** Where a record stood is its own file's matter; the order of added indicators is the columns'. */
export const withoutSource = (records: readonly ProjectRecord[]) =>
  records.map(({ source: _, extraIndicators, ...record }) => ({
    ...record,
    extraIndicators: extraIndicators
      .map((extra) => JSON.stringify([extra.field, extra.title, extra.target, extra.actual]))
      .sort(),
  }));
