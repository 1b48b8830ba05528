import { describe, expect, test } from 'vitest';
import { judge } from '../../shared/judge.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { formById } from '../../templates/forms.ts';
import { judgeContext } from '../judge-context.ts';
import { sheetOf, type Typed } from '../make-sheet.ts';
import { REGISTER } from '../rule-hits.ts';
import { CLEAN_2020, CLEAN_2021, CLEAN_SUBMITTER } from './clean-tables.ts';
import { PLANTED_FAULTS } from './planted-faults.ts';

/*
 * What the judgement is worth: a clean table is not called wrong, and each planted fault is found at
 * its cell and nowhere else.
 */

type FilledRow = Readonly<Record<string, Typed>>;

const CLEAN = { 'longgang-2020': CLEAN_2020, 'longgang-2021': CLEAN_2021 } as const;

function findingsOn(formId: keyof typeof CLEAN, rows: readonly FilledRow[]): readonly Finding[] {
  const form = formById(formId);
  if (form === undefined) throw new Error(`no form ${formId}`);
  const sheet = sheetOf(rows, { form, submitter: CLEAN_SUBMITTER });
  const { findings } = judge(
    { ok: true, sheets: [sheet] },
    judgeContext({ period: form.version, register: REGISTER }),
  );
  return findings.filter(({ gate }) => gate !== true);
}

const brief = ({ severity, at }: Finding): string => `${severity} ${at.field}`;

describe.each(Object.entries(CLEAN))('a clean table of %s', (formId, rows) => {
  test('nothing is said of it', () => {
    const found = findingsOn(formId as keyof typeof CLEAN, rows);
    expect(found.map(({ rule, at, params }) => [rule, at.cell, params])).toEqual([]);
  });
});

test.each(PLANTED_FAULTS)('$fault', ({ form, serial, typed, found, suggestion }) => {
  const rows = CLEAN[form].map((row) => (row['serial'] === serial ? { ...row, ...typed } : row));
  const findings = findingsOn(form, rows);
  expect(findings.map(brief)).toEqual(found);
  if (suggestion !== undefined) expect(findings[0]?.suggestion).toBe(suggestion);
});
