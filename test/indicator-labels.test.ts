import { expect, test } from 'vitest';
import { RULES } from '../shared/rules/catalogue.ts';
import { labels, publishedTables, raisedBy } from './indicator-labels.ts';

/*
 * How well the rules about indicators judge the two published tables, against what an auditor who
 * read them would raise (fixtures/indicator-labels.md). A false alarm is worse than a miss.
 */

const LABELLED = [
  'completion-reaches-target',
  'benefit-after-spending',
  'comparator-has-number',
  'placeholder-replaced',
  'overall-completion-not-copied',
  'completion-not-copied',
  'completion-not-planned',
  'indicator-year-agrees',
  'quantity-has-figure',
  'not-applicable-in-both',
  'satisfaction-measured',
];

const share = (part: number, whole: number): string =>
  whole === 0 ? '  —' : `${((100 * part) / whole).toFixed(1)}%`;

test('precision is at least 0.95, for each rule and for all', () => {
  const tables = publishedTables();
  const wanted = labels();
  const rows = LABELLED.map((id) => {
    const rule = RULES.find((candidate) => candidate.id === id);
    if (rule === undefined) throw new Error(`no rule ${id}`);
    const ofWhole = id === 'overall-completion-not-copied';
    const places = [...(wanted.get(rule.number) ?? [])].filter(
      (place) => rule.number !== 'W2' || place.endsWith('overallCompletion') === ofWhole,
    );
    const raised = [...new Set(raisedBy(rule, tables))];
    const right = raised.filter((place) => places.includes(place));
    return {
      rule: `${rule.number} ${id}`,
      labelled: places.length,
      raised: raised.length,
      right: right.length,
      wrong: raised.filter((place) => !places.includes(place)),
      missed: places.filter((place) => !raised.includes(place)),
    };
  });
  const sum = (count: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  const all = {
    rule: 'all',
    labelled: sum(({ labelled }) => labelled),
    raised: sum(({ raised }) => raised),
    right: sum(({ right }) => right),
    wrong: [],
    missed: [],
  };
  for (const { rule, labelled, raised, right, wrong, missed } of [...rows, all]) {
    console.info(
      `${rule.padEnd(36)} precision ${share(right, raised).padStart(6)}  recall ${share(right, labelled).padStart(6)}  (${right} of ${raised} raised, ${labelled} labelled)`,
    );
    if (wrong.length > 0) console.info(`  wrong:  ${wrong.join('; ')}`);
    if (missed.length > 0) console.info(`  missed: ${missed.join('; ')}`);
  }
  for (const { rule, raised, right } of [...rows, all]) {
    expect(right, rule).toBeGreaterThanOrEqual(0.95 * raised);
  }
  // Recall as it stands; a fall is a regression.
  expect(all.right / all.labelled).toBeGreaterThanOrEqual(0.95);
});

test('the labels are whole: every project of both tables, every pair', () => {
  expect([...labels().keys()].sort()).toEqual([
    'I1',
    'I6',
    'W10',
    'W2',
    'W3',
    'W5',
    'W6',
    'W7',
    'W9',
  ]);
  expect(labels().get('W2')?.size).toBeGreaterThan(80);
});
