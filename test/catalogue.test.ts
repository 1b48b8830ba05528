import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES } from '../shared/rules/catalogue.ts';
import { FORMS } from '../templates/forms.ts';
import { PERIODS } from '../templates/periods.ts';

const RULES_FOLDER = new URL('../shared/rules/', import.meta.url);
const TEMPLATES_FOLDER = new URL('../templates/', import.meta.url);

const foldersIn = (folder: URL, file: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/${file}`, folder)))
    .map(({ name }) => name)
    .sort();

test('every rule folder is in the catalogue, and nothing else', () => {
  expect(RULES.map(({ id }) => id).sort()).toEqual(foldersIn(RULES_FOLDER, 'rule.ts'));
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has tests and a README that names it', () => {
    const readme = readFileSync(new URL(`${id}/README.md`, RULES_FOLDER), 'utf8');
    expect(readme.split('\n')[0]).toBe(`# ${id}`);
    for (const row of ['来源 Source', '错 Wrong', '对 Right', '怎么改 Remedy']) {
      expect(readme).toContain(row);
    }
    expect(existsSync(new URL(`${id}/rule.test.ts`, RULES_FOLDER))).toBe(true);
  });

  test('says what it is in both languages', () => {
    expect(rule.title.zh).toMatch(/\p{Script=Han}/u);
    expect(rule.title.en).toMatch(/^[A-Z]/);
    expect(rule.number).toMatch(/^[A-Z]\d*$/);
  });
});

test('every form folder is listed, and nothing else', () => {
  expect(FORMS.map(({ id }) => id).sort()).toEqual(foldersIn(TEMPLATES_FOLDER, 'form.ts'));
});

test('policies name only rules that exist', () => {
  const known = new Set(RULES.map(({ id }) => id));
  const named = [...FORMS, ...PERIODS].flatMap(({ policy }) => Object.keys(policy ?? {}));
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
