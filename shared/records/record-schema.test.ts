import { expect, test } from 'vitest';
import { judgeContext } from '../../test/judge-context.ts';
import { GOOD_ROW, sheetOf } from '../../test/make-sheet.ts';
import { judge } from '../judge.ts';
import { recordSetSchema } from './record-schema.ts';

const { recordSet } = judge({ ok: true, sheets: [sheetOf([GOOD_ROW])] }, judgeContext());
const [record] = recordSet?.records ?? [];

test('records come back as they were', () => {
  expect(recordSetSchema.parse(JSON.parse(JSON.stringify(recordSet)))).toEqual(recordSet);
});

test.each([
  ['amounts that cannot be added', { amounts: { budgetTotal: Number.MAX_SAFE_INTEGER, a: 1 } }],
  ['a rate of endless digits', { rates: { executionRate: { scaled: 1, places: 1_000_000_000 } } }],
])('%s come from no table', (_what, forged) => {
  const records = [{ ...record, ...forged }];
  expect(recordSetSchema.safeParse({ ...recordSet, records }).success).toBe(false);
});
