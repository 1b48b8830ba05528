import { describe, expect, test } from 'vitest';
import { type Impact, impactKind, impactOf, stagesCome, sumOfImpacts } from './impact.ts';
import { type Finding, WHOLE_FILE } from './rules/finding.ts';
import type { Severity } from './severity.ts';

const finding = (
  rule: string,
  severity: Severity,
  row: number,
  params: Finding['params'] = {},
): Finding => ({ rule, severity, group: rule, params, at: { ...WHOLE_FILE, sheet: '表', row } });

const NONE = { appear: 0, vanish: 0, heavier: 0, lighter: 0 };

describe('of one table', () => {
  test('what appears, vanishes and weighs otherwise is told by rule', () => {
    const now = [
      finding('a', 'warning', 7),
      finding('a', 'warning', 8),
      finding('b', 'hint', 7),
      finding('b', 'error', 9),
      finding('c', 'warning', 7),
    ];
    const tried = [
      finding('a', 'error', 7),
      finding('a', 'error', 8),
      finding('a', 'error', 9),
      finding('b', 'warning', 7),
      finding('b', 'hint', 9),
    ];
    expect(impactOf(now, tried)).toEqual({
      errors: { now: 1, tried: 3 },
      warnings: { now: 3, tried: 1 },
      turn: 'none',
      newWarnings: 1,
      rules: [
        { rule: 'a', ...NONE, appear: 1, heavier: 2 },
        { rule: 'b', ...NONE, heavier: 1, lighter: 1 },
        { rule: 'c', ...NONE, vanish: 1 },
      ],
    });
  });

  test('a threshold that only has a finding say another number changes nothing', () => {
    const [now, tried] = [80, 70].map((below) => [finding('a', 'warning', 7, { below })]);
    expect(impactOf(now ?? [], tried ?? [])).toMatchObject({ rules: [], newWarnings: 0 });
  });

  test('two findings of one rule at one place are two', () => {
    const one = finding('a', 'warning', 7);
    expect(impactOf([one], [one, one])).toMatchObject({
      newWarnings: 1,
      rules: [{ rule: 'a', ...NONE, appear: 1 }],
    });
  });

  test.each([
    ['returned', [], [finding('a', 'error', 7), finding('b', 'warning', 7)]],
    ['accepted', [finding('a', 'error', 7)], [finding('a', 'warning', 7)]],
    ['warned', [finding('a', 'hint', 7)], [finding('a', 'warning', 7)]],
    ['changed', [finding('a', 'error', 7), finding('a', 'error', 8)], [finding('a', 'error', 7)]],
    ['changed', [finding('a', 'warning', 7)], []],
    ['same', [finding('a', 'error', 7)], [finding('a', 'error', 7)]],
  ] as const)('%s is the gravest that can be said of it', (kind, now, tried) => {
    expect(impactKind(impactOf(now, tried))).toBe(kind);
  });
});

test('of several tables: one count a kind, and rules added up', () => {
  const returned = impactOf([], [finding('a', 'error', 7), finding('b', 'warning', 7)]);
  const changed = impactOf(
    [finding('a', 'error', 7), finding('b', 'error', 7)],
    [finding('b', 'error', 7)],
  );
  const same: Impact = impactOf([], []);
  expect(sumOfImpacts([returned, changed, same, same])).toEqual({
    returned: 1,
    accepted: 0,
    warned: 0,
    changed: 1,
    same: 2,
    rules: [
      { rule: 'a', ...NONE, appear: 1, vanish: 1 },
      { rule: 'b', ...NONE, appear: 1 },
    ],
  });
});

test('a stage is tried as if its day had come', () => {
  const staged = { severity: 'error', from: '2999-01-01', before: 'warning' } as const;
  expect(stagesCome({ a: staged, b: 'off' })).toEqual({ a: 'error', b: 'off' });
});
