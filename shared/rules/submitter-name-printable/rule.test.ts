import { expect, test } from 'vitest';
import { GOOD_ROW, tableOf } from '../../../test/make-sheet.ts';
import { tableHits } from '../../../test/rule-hits.ts';
import { submitterNamePrintable } from './rule.ts';

const unregistered = { submitter: null, register: null };
const named = (submitter: string) => tableOf([GOOD_ROW], { submitter });

test('a name that would run off the page, or prints as a box, is told at its cell', () => {
  const long = named('局'.repeat(101));
  const hit = { cell: 'A2', params: { limit: 100 } };
  expect(tableHits(submitterNamePrintable, long, unregistered)).toEqual([hit]);
  const canPrint = (codePoint: number): boolean => codePoint < 0x20000;
  const rare = named('某𪚥局');
  expect(tableHits(submitterNamePrintable, rare, { ...unregistered, canPrint })).toEqual([hit]);
});

test('a real name is fine, and a registered submitter is printed by its registered name', () => {
  expect(tableHits(submitterNamePrintable, named('某局'), unregistered)).toEqual([]);
  expect(tableHits(submitterNamePrintable, named('局'.repeat(101)))).toEqual([]);
});
