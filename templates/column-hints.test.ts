import { expect, test } from 'vitest';
import { COLUMN_HINTS, hintFor } from './column-hints.ts';
import { leaves } from './form.ts';
import { FORMS } from './forms.ts';

const fields = new Set(FORMS.flatMap((form) => leaves(form.columns).map(({ field }) => field)));

test('every column of every form has a hint of its own, and no hint is left over', () => {
  expect(Object.keys(COLUMN_HINTS).sort()).toEqual([...fields].sort());
});

test('a column that a form adds later has the hint of its type', () => {
  expect(hintFor({ field: 'neverHeardOf', type: 'money' }).what).toContain('万元');
});

test('what is computed asks for no entry', () => {
  expect(hintFor({ field: 'executionRate', type: 'rate' }).example).toBe('');
});
