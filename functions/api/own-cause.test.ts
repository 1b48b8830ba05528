import { beforeEach, expect, test } from 'vitest';
import { makeWorld, type World } from '../../test/memory-ports.ts';
import { reviewersFor } from './act.ts';
import type { Caller } from './identity/caller.ts';

/* Finance people who are of a unit, too, are known as such in its review, and in those below it. */

let world: World;
beforeEach(async () => {
  world = await makeWorld();
  await world.ports.submissions.putUnits([
    { code: 'LG-TZTGS', name: '深圳市龙岗区投资推广署', aliases: [], parent: 'LG-GXJ' },
  ]);
});

const finance = (units: readonly string[], ...others: Caller['groups']): Caller => ({
  sub: 'f1',
  name: '财政',
  groups: ['finance', ...others],
  units,
  mustChangePassword: false,
  expiresAt: 0,
});

const asFinance = async (caller: Caller, submitter: string) => {
  const reviewers = await reviewersFor(caller, submitter, world.ports.submissions);
  return reviewers.find(({ role }) => role === 'finance')?.units;
};

test.each([
  [[], 'LG-GXJ', []],
  [['LG-GXJ'], 'LG-GXJ', ['LG-GXJ']],
  [['LG-GXJ'], 'LG-TZTGS', ['LG-TZTGS']],
  [['LG-TZTGS'], 'LG-GXJ', []],
  [['LG-GXJ'], 'LG-FGJ', []],
])('of %j in the review of %s', async (units, submitter, own) => {
  expect(await asFinance(finance(units), submitter)).toEqual(own);
  expect(await asFinance(finance(units, 'unit'), submitter)).toEqual(own);
});
