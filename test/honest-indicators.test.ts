import { expect, test } from 'vitest';
import { ruleById } from '../shared/rules/catalogue.ts';
import { HONEST_PROJECTS } from './honest-projects.ts';
import { INDICATOR_RULES, raisedBy } from './indicator-labels.ts';
import { tableOf } from './make-sheet.ts';

/*
 * No rule about indicators may object to honest projects: a false alarm costs a clerk an afternoon, and
 * the next true one its hearing.
 */

test.each(INDICATOR_RULES)('%s has nothing against honest projects', (id) => {
  const rule = ruleById(id);
  expect(rule && raisedBy(rule, [tableOf(HONEST_PROJECTS)])).toEqual([]);
});
