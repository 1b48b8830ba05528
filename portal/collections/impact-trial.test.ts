import { expect, test } from 'vitest';
import type { TableImpactLine } from '../../functions/api/impact-schemas.ts';
import {
  begunTrial,
  policyIn,
  touchedTables,
  trialAge,
  triedTables,
  withPage,
} from './impact-trial.ts';

const line = (code: string, turn: 'returned' | 'accepted' | 'none', newWarnings = 0) =>
  ({
    unit: { code, name: code },
    upload: { id: code, revision: 1 },
    standing: 'accepted',
    untried: null,
    impact: {
      errors: { now: 0, tried: 0 },
      warnings: { now: 0, tried: newWarnings },
      turn,
      newWarnings,
      rules: [],
    },
  }) satisfies TableImpactLine;

const DRAFT = { policy: { a: 'error', b: 'hint' } } as const;
const BEGUN = begunTrial(DRAFT, 'digest');
const answer = { ...line('answer', 'none'), upload: null, standing: null, impact: null };

test('pages are joined until there is no next one', () => {
  const page = { tables: [line('A', 'none')], submissions: 2, total: 3, next: 'B' };
  const half = withPage(BEGUN, page);
  expect(half).toMatchObject({ done: 2, total: 3, after: 'B', state: 'running' });
  const whole = withPage(half, {
    tables: [line('C', 'none')],
    submissions: 2,
    total: null,
    next: null,
  });
  // One came meanwhile.
  expect(whole).toMatchObject({ done: 4, total: 4, after: null, state: 'ended' });
  expect(whole.tables.map(({ unit }) => unit.code)).toEqual(['A', 'C']);
});

test('a trial of which less was there than was counted has ended all the same', () => {
  const page = { tables: [], submissions: 2, total: 3, next: null };
  expect(withPage(BEGUN, page)).toMatchObject({ done: 2, total: 2, state: 'ended' });
});

test('it is of an earlier draft once a weight is another, and not for their order', () => {
  expect(trialAge(BEGUN, { policy: { b: 'hint', a: 'error' } }, 'digest')).toBe('current');
  expect(trialAge(BEGUN, { policy: { a: 'error' } }, 'digest')).toBe('earlierDraft');
  expect(trialAge(BEGUN, DRAFT, 'digest of what was saved')).toBe('earlierSettings');
});

test('only rules and thresholds of a draft are tried', () => {
  const period = { id: '2021', forms: [], budgetBasis: '年初', dueOn: '2022-03-31' } as const;
  expect(policyIn({ ...period, ...DRAFT })).toEqual(DRAFT);
  expect(policyIn(period)).toEqual({});
});

test('what turns is listed first, and what stays the same is not', () => {
  const tables = [
    line('A', 'none'),
    line('B', 'none', 1),
    answer,
    line('C', 'accepted'),
    line('D', 'returned'),
  ];
  const tried = triedTables(tables);
  expect(tried).toHaveLength(4);
  expect(touchedTables(tried).map(({ unit }) => unit.code)).toEqual(['D', 'C', 'B']);
});
