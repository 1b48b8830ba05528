import { describe, expect, test } from 'vitest';
import { periodById } from '../../templates/periods.ts';
import { GOOD_ROW, tableOf } from '../../test/make-sheet.ts';
import { ruleContext } from '../../test/rule-hits.ts';
import type { Period } from '../period.ts';
import { countFindings } from './finding.ts';
import { messageOf } from './message.ts';
import type { RuleContext } from './rule.ts';
import { judgeTable } from './run-rules.ts';

const period2021 = periodById('2021');

const judged = (
  row: Parameters<typeof tableOf>[0][number],
  overrides: Partial<RuleContext> = {},
) => {
  const table = tableOf([row]);
  return judgeTable(table, { ...ruleContext(overrides), form: table.form });
};

const inPeriod = (changes: Partial<Period>): Partial<RuleContext> => ({
  period: { id: '2021', forms: [], budgetBasis: '未注明', ...period2021, ...changes },
});

test('a good row has no finding at all', () => {
  expect(judged(GOOD_ROW)).toEqual([]);
});

describe('policy', () => {
  const open = { ...GOOD_ROW, annualGoal: '编制《规划' };

  test('a staged rule weighs more from its day on', () => {
    const policy = {
      'brackets-closed': { severity: 'error', from: '2027-01-01', before: 'hint' },
    } as const;
    const weighed = (today: string | null) =>
      judged(open, { ...inPeriod({ policy }), today }).map(({ severity }) => severity);
    expect([weighed(null), weighed('2026-12-31'), weighed('2027-01-01')]).toEqual([
      ['hint'],
      ['hint'],
      ['error'],
    ]);
  });

  test('a period draws its own lines', () => {
    const low = { ...GOOD_ROW, problems: '' };
    const [usual, own] = [{}, { thresholds: { lowExecution: 98 } }].map((changes) =>
      judged(low, inPeriod(changes)).map(({ rule }) => rule),
    );
    expect([usual, own]).toEqual([['slight-remainder-noted'], ['low-execution-explained']]);
  });

  test('a gate mark can be switched off, but never blocks', () => {
    const talk = { ...GOOD_ROW, quantityTarget: '完成', quantityActual: '涉及秘密' };
    const weighed = (weight: 'error' | 'off') =>
      judged(talk, inPeriod({ policy: { 'secrecy-not-mentioned': weight } }));
    expect(weighed('error')).toMatchObject([{ severity: 'hint', gate: true }]);
    expect(countFindings(weighed('error'))).toEqual({ errors: 0, warnings: 0, hints: 0 });
    expect(weighed('off')).toEqual([]);
  });
});

describe('no cascade', () => {
  test('a blank or unreadable cell is told once', () => {
    for (const budgetTotal of ['', '约三十五万', { error: '#REF!' }]) {
      expect(judged({ ...GOOD_ROW, budgetTotal })).toMatchObject([{ at: { cell: 'D6' } }]);
    }
    expect(judged({ ...GOOD_ROW, projectName: '' }).map(({ at }) => at.cell)).toEqual(['C6']);
  });

  test('a row shifted by a cell is told once', () => {
    const shifted = {
      serial: 1,
      unitName: GOOD_ROW['unitName'] ?? '',
      projectName: '粮食储备费用',
      budgetGeneral: 35,
      budgetFund: 22,
      budgetNonFiscal: 13,
      actualTotal: 0,
      actualGeneral: 34.08,
      actualFund: 21.3,
      actualNonFiscal: 12.78,
      executionRate: 0,
      annualGoal: '97.37%',
      overallCompletion: '完成储备',
    };
    expect(judged(shifted).map(({ rule }) => rule)).toEqual(['row-in-place']);
  });
});

test('every finding of a bad row says something in both languages', () => {
  const findings = judged({
    ...GOOD_ROW,
    executionRate: { number: 0.5, text: '50.00%' },
    quantityTarget: '《15个',
    satisfactionActual: '联系13800138000',
    problems: '无',
  });
  expect(findings.length).toBeGreaterThan(3);
  for (const finding of findings) {
    expect(messageOf(finding).zh).toMatch(/\p{Script=Han}/u);
    expect(messageOf(finding).en).toMatch(/[a-z]/);
  }
});
