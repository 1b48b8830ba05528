import { expect, test } from 'vitest';
import type { Rule } from '../shared/rules/rule.ts';
import { GOOD_ROW, tableOf } from './make-sheet.ts';
import { listed, projectList } from './project-lists.ts';
import { tableHits } from './rule-hits.ts';

/** What holds of every rule that compares an amount with that of the period's list. */
export function testAmountsAsListed(rule: Rule<'table'>, field: string): void {
  const amountOf = (amount: number) => ({ [field]: amount });
  const hits = (
    stated: readonly number[],
    ...amounts: readonly Readonly<Record<string, number>>[]
  ) =>
    tableHits(
      rule,
      tableOf(
        stated.map((amount, index) => ({
          ...GOOD_ROW,
          serial: index + 1,
          projectName: `项目${index}`,
          ...amountOf(amount),
        })),
      ),
      { projectList: projectList(...amounts.map((each, index) => listed(`项目${index}`, each))) },
    );

  test('an amount that is not that of the list is told with both', () => {
    const found = hits([96.84, 98.64, 10], amountOf(98.64), amountOf(98.64), amountOf(9));
    expect(found.map(({ params }) => params)).toEqual([
      { stated: '96.84', listed: '98.64' },
      { stated: '10', listed: '9' },
    ]);
    expect(new Set(found.map(({ cell }) => cell)).size).toBe(2);
  });

  test.each([
    ['the same', [98.64], amountOf(98.64)],
    ['the same at the precision of the cell', [98.64], amountOf(98.644)],
    ['not stated by the list', [98.64], {}],
  ])('nothing is told where it is %s', (_, stated, amounts) => {
    expect(hits(stated, amounts)).toEqual([]);
  });
}
