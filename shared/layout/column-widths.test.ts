import { describe, expect, test } from 'vitest';
import { loadMetrics } from '../../templates/fonts/load-fonts.ts';
import { type Sample, sample2021 } from '../../test/sample-records.ts';
import { printedTable } from '../records/printed-table.ts';
import { columnNeeds, columnWidths, hasRoom } from './column-widths.ts';
import { tableText } from './table-text.ts';
import { figureWidth } from './text-width.ts';
import { typography } from './typography.ts';

const metrics = loadMetrics();
const sizes = typography(7);
const AVAILABLE = 1100;

/** Widths by field, in em of text. */
function textWidths({ recordSet, form }: Sample): ReadonlyMap<string, number> {
  const table = tableText(printedTable(recordSet, form).rows, form);
  const widths = columnWidths(table, columnNeeds(table, metrics), sizes, AVAILABLE);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(AVAILABLE);
  return new Map(
    table.leaves.map(({ field }, column) => [
      field,
      ((widths[column] ?? 0) - 2 * sizes.cellPaddingX) / sizes.bodySize,
    ]),
  );
}

/** The sample with one more indicator in the first row's first `……` column. */
function withExtraIndicator(sample: Sample): Sample {
  const [first, ...others] = sample.recordSet.records;
  if (first === undefined) throw new Error('the sample has no rows');
  const extra = { field: 'outputExtra', title: '成本指标', target: '不超预算', actual: '节约3%' };
  const records = [{ ...first, extraIndicators: [extra] }, ...others];
  return { ...sample, recordSet: { ...sample.recordSet, records } };
}

describe('columnWidths', () => {
  const widths = textWidths(sample2021());
  // What is left over after whole characters, in em, at most.
  const slack = 1 / widths.size;

  test('a column of figures is as wide as its widest figure', () => {
    const widest = figureWidth('12,636.00', metrics);
    expect(widths.get('budgetTotal')).toBeGreaterThanOrEqual(widest);
    expect(widths.get('budgetTotal')).toBeLessThanOrEqual(widest + slack);
  });

  test('a blank …… column is narrow, a filled one shares as text', () => {
    expect(widths.get('outputExtra')).toBeLessThanOrEqual(2 + slack);
    expect(textWidths(withExtraIndicator(sample2021())).get('outputExtra')).toBeGreaterThan(4);
  });

  test('a column of text has room for four characters', () => {
    for (const field of ['unitName', 'ecologicalTarget', 'rectification']) {
      expect(widths.get(field)).toBeGreaterThanOrEqual(4);
    }
  });

  test('long goals are wider than short answers', () => {
    expect(widths.get('annualGoal')).toBeGreaterThan(1.5 * (widths.get('ecologicalTarget') ?? 0));
  });

  test('says when letters are too large for the columns', () => {
    const { recordSet, form } = sample2021();
    const needs = columnNeeds(tableText(printedTable(recordSet, form).rows, form), metrics);
    expect(hasRoom(needs, typography(6.5), AVAILABLE)).toBe(true);
    expect(hasRoom(needs, typography(14), AVAILABLE)).toBe(false);
  });
});
