import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type FormDefinition,
  fieldTitle,
  headerCells,
  headerDepth,
  indicatorPairs,
  leaves,
} from './form.ts';
import { FORMS, formById } from './forms.ts';
import { longgang2020 } from './longgang-2020/form.ts';
import { longgang2021 } from './longgang-2021/form.ts';

const hashOf = (form: FormDefinition): string =>
  createHash('sha256').update(JSON.stringify(form)).digest('hex').slice(0, 16);

test('published forms are frozen', () => {
  // A changed form would change what was accepted under it. A new version is a new folder.
  expect(FORMS.map((form) => [form.id, hashOf(form)])).toEqual([
    ['longgang-2020', '171945bc1c22605c'],
    ['longgang-2021', 'c8103f8e39d6adf1'],
  ]);
});

test('the column trees are those of the published tables', () => {
  expect(leaves(longgang2020.columns)).toHaveLength(27);
  expect(leaves(longgang2021.columns)).toHaveLength(33);
  const extensions = leaves(longgang2021.columns).filter(({ type }) => type === 'extension');
  expect(extensions.map(({ title }) => title.zh)).toEqual(['……', '……', '……']);
  expect([longgang2020, longgang2021].map((form) => headerDepth(form.columns))).toEqual([3, 3]);
});

describe.each(FORMS.map((form) => [form.id, form] as const))('%s', (id, form) => {
  test('has fields that are unique and headers that cover every column exactly once', () => {
    const fields = leaves(form.columns).map(({ field }) => field);
    expect(new Set(fields).size).toBe(fields.length);
    const depth = headerDepth(form.columns);
    const covered = headerCells(form.columns).flatMap(({ row, column, rowSpan, columnSpan }) =>
      Array.from({ length: rowSpan * columnSpan }, (_, index) =>
        [row + Math.floor(index / columnSpan), column + (index % columnSpan)].join(),
      ),
    );
    expect(new Set(covered).size).toBe(covered.length);
    expect(covered).toHaveLength(depth * fields.length);
  });

  test('names the fields that every form must have, and no fund by another name', () => {
    const fields = leaves(form.columns).map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(['serial', 'unitName', 'projectName', 'budgetTotal', 'actualTotal']),
    );
    const money = leaves(form.columns).filter(({ type }) => type === 'money');
    for (const { field } of money) {
      expect(field).toMatch(/^(budget|actual)(Total|General|Fund|NonFiscal)$/);
    }
  });

  test('has indicator pairs whose fields it knows', () => {
    const pairs = indicatorPairs(form);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { target, actual } of pairs) {
      expect(fieldTitle(form, target).zh).toContain('年度指标内容');
      expect(fieldTitle(form, actual).zh).toContain('完成情况');
    }
  });

  test('names only its own fields in sums and rate', () => {
    const fields = new Set(leaves(form.columns).map(({ field }) => field));
    const named = [
      ...form.sums.flatMap(({ total, parts }) => [total, ...parts]),
      ...Object.values(form.rate),
    ];
    expect(named.filter((field) => !fields.has(field))).toEqual([]);
  });

  test('has a README with its source', () => {
    const readme = readFileSync(new URL(`./${id}/README.md`, import.meta.url), 'utf8');
    expect(readme).toContain(form.source);
  });
});

test('the published tables have seven indicators', () => {
  expect(FORMS.map((form) => indicatorPairs(form).length)).toEqual([7, 7]);
});

test('unknown forms are unknown, not another form', () => {
  expect(formById('longgang-2019')).toBeUndefined();
});
