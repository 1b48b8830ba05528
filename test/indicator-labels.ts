import { readFileSync } from 'node:fs';
import { findTable } from '../shared/rows/find-table.ts';
import type { Table } from '../shared/rows/row.ts';
import type { Rule } from '../shared/rules/rule.ts';
import { THRESHOLDS } from '../shared/thresholds.ts';
import type { FormDefinition } from '../templates/form.ts';
import { leaves } from '../templates/form.ts';
import { longgang2020 } from '../templates/longgang-2020/form.ts';
import { longgang2021 } from '../templates/longgang-2021/form.ts';
import { type SampleName, sampleTable, sampleText } from '../templates/samples/sample-data.ts';
import { sheetOf } from './make-sheet.ts';
import { ruleContext } from './rule-hits.ts';

/** The rules that are held to the labels. */
export const INDICATOR_RULES = [
  'completion-reaches-target',
  'benefit-after-spending',
  'comparator-has-number',
  'comparator-whole',
  'placeholder-replaced',
  'overall-completion-not-copied',
  'completion-not-copied',
  'completion-not-planned',
  'indicator-year-agrees',
  'quantity-has-figure',
  'not-applicable-in-both',
  'satisfaction-measured',
];

/** A place in a published table: form, serial (表 for the table as a whole), column of the labels. */
export type Place = `${string} ${string} ${string}`;

/** Columns of the labels, in their order, and the fields of a form that they stand for. */
const COLUMNS = [
  'overallCompletion',
  'quantity',
  'quality',
  'timeliness',
  'economic',
  'social',
  'ecological',
  'satisfaction',
] as const;

/** Number of the rule set → places where an auditor would raise it. */
export function labels(): ReadonlyMap<string, ReadonlySet<Place>> {
  const text = readFileSync(new URL('./fixtures/indicator-labels.md', import.meta.url), 'utf8');
  const raised = new Map<string, Set<Place>>();
  let form = '';
  for (const line of text.split('\n')) {
    form = /^## (\d{4})/.exec(line)?.[1] ?? form;
    const [serial = '', ...cells] = line.startsWith('| ')
      ? line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim())
      : [];
    if (!/^(\d+|表)$/.test(serial)) continue;
    for (const [index, cell] of cells.entries()) {
      for (const number of cell.split(' ').filter((mark) => /^[WI]\d+h?$/.test(mark))) {
        const places = raised.get(number) ?? new Set();
        raised.set(number, places.add(`${form} ${serial} ${COLUMNS[index] ?? ''}`));
      }
    }
  }
  return raised;
}

/** The published table as its workbook holds it. */
function publishedTable(name: SampleName, form: FormDefinition): Table {
  const sample = sampleTable(name);
  const rows = sample.rows.map((row) =>
    Object.fromEntries(leaves(form.columns).map(({ field }) => [field, sampleText(row, field)])),
  );
  const result = findTable([sheetOf(rows, { form, title: sample.title })], [form]);
  if (!result.found) throw new Error(`no table in ${name}`);
  return result.table;
}

/** Both published tables. */
export const publishedTables = (): readonly Table[] => [
  publishedTable('2020-LG-GXJ', longgang2020),
  publishedTable('2021-LG-FGJ', longgang2021),
];

/** Where a rule raises something in the published tables. */
export function raisedBy(rule: Rule, tables: readonly Table[]): readonly Place[] {
  return tables.flatMap((table) => {
    const { form, addedIndicators } = table;
    const known = { form, addedIndicators, thresholds: THRESHOLDS };
    const context = { ...ruleContext({ periodId: form.version }), ...known };
    const inputs = rule.scope === 'table' ? [table] : table.rows;
    return inputs.flatMap((input) =>
      [...(rule as Rule<'row' | 'table'>).check(input as never, context)].map(({ at }): Place => {
        const field = rule.scope === 'table' ? 'satisfaction' : (at.field ?? '');
        const column = field.replace(/(?:Target|Actual)$/, '');
        return `${form.version} ${at.serial ?? '表'} ${column}`;
      }),
    );
  });
}
