import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleById } from '../shared/rules/catalogue.ts';
import { INDICATOR_RULES, raisedBy } from './indicator-labels.ts';
import { GOOD_ROW, tableOf } from './make-sheet.ts';

/* Whatever is typed into the cells, the rules about indicators answer: no throw, and no endless look. */

const FIELDS = [
  ...['annualGoal', 'overallCompletion', 'quantityTarget', 'quantityActual', 'timelinessTarget'],
  ...['timelinessActual', 'economicTarget', 'economicActual', 'satisfactionTarget'],
  ...['satisfactionActual', 'problems'],
];

const judged = (texts: readonly string[], actualTotal = 34.08): number => {
  const cells = FIELDS.map((field, index) => [field, texts[index % texts.length] ?? '']);
  const table = tableOf([{ ...GOOD_ROW, ...Object.fromEntries(cells), actualTotal }]);
  return INDICATOR_RULES.flatMap((id) => {
    const rule = ruleById(id);
    return rule === undefined ? [] : raisedBy(rule, [table]);
  }).length;
};

test('any text is judged', () => {
  const piece = fc.constantFrom(
    ...[
      '拟',
      '将在',
      '预计',
      '不低于',
      '超过',
      '不',
      '《',
      '》',
      '2020年',
      '12月',
      '底前',
      '95',
      '%',
    ],
    ...[
      '个',
      '台',
      '不适用',
      '无',
      '指标',
      'XX',
      '显著提升',
      '；',
      '\n',
      '1.',
      '(',
      '其中',
      '为',
      '0',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 11 }),
      fc.constantFrom(0, 34.08),
      (texts, spent) => {
        expect(judged(texts, spent)).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 150 },
  );
});

test.each([
  '不',
  '拟',
  '将在',
  '预计',
  '不低于 ',
  '2020年',
  '《',
  '受',
  '显著',
  '例如：',
  '因',
  '计划于',
  '5台',
  '满意度不',
  ' ',
  'X',
])('twenty thousand “%s” are judged in one go', (piece) => {
  const long = piece.repeat(20_000);
  expect(judged([long, `${long}。`])).toBeGreaterThanOrEqual(0);
});
