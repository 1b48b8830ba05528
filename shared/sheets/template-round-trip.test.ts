import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormDefinition, leaves } from '../../templates/form.ts';
import { FORMS } from '../../templates/forms.ts';
import { recordsOf } from '../../test/any-records.ts';
import { inputFor, tableOf, withoutSource } from '../../test/template-tables.ts';
import { toRecords } from '../records/to-records.ts';
import { templateForm } from './template-form.ts';
import { recordRow } from './template-rows.ts';
import type { CellContent, CellModel } from './workbook-model.ts';

/** The totals of a row that are formulas, with what they store and the cells they add up. */
function totalsIn(form: FormDefinition, cells: readonly CellModel[]) {
  const contentAt = (field: string): CellContent =>
    cells[leaves(form.columns).findIndex((leaf) => leaf.field === field)]!.content;
  return form.sums.flatMap(({ total, parts }) => {
    const content = contentAt(total);
    return content.kind === 'formula'
      ? [{ total, stored: content.result, parts: parts.map(contentAt) }]
      : [];
  });
}

describe.each(FORMS.map((form) => [form.id, form] as const))('%s', (_, form) => {
  test('records → template → workbook → reader → the same records', async () => {
    await fc.assert(
      fc.asyncProperty(recordsOf(form), async (records) => {
        const table = await tableOf(inputFor(form, { records, rows: 3 }));
        expect(withoutSource(toRecords(table, null))).toEqual(withoutSource(records));
        expect(table.unknownColumns).toEqual([]);
      }),
      // Shrinking writes workbooks by the hundred: the first counterexample says enough.
      { numRuns: 25, endOnFailure: true },
    );
  }, 60_000);

  test('what a formula stores is what it comes to: the sum of the sources beside it', () => {
    let formulas = 0;
    fc.assert(
      fc.property(recordsOf(form), (records) => {
        const template = templateForm(form, records);
        for (const [index, record] of records.entries()) {
          const cells = recordRow(record, template, 7 + index);
          for (const { total, stored, parts } of totalsIn(template.form, cells)) {
            const stated = parts.flatMap((part) => (part.kind === 'number' ? [part.number] : []));
            const sum = stated.reduce((before, part) => before + part, 0);
            if (stated.length === 0) expect([total, stored]).toEqual([total, '']);
            else expect(stored).toBeCloseTo(sum, 6);
            formulas += 1;
          }
        }
      }),
    );
    expect(formulas).toBeGreaterThan(50);
  });
});
