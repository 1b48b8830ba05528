import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rulesPages } from '../local/rules-pages.ts';
import { RULES } from '../shared/rules/catalogue.ts';
import { THRESHOLDS } from '../shared/thresholds.ts';
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

  test('says what is wrong in both languages, a full sentence that ends', () => {
    const example = rule.example ?? {};
    const merged = {
      count: 3,
      projects: 3,
      serials: '1-3',
      first: example,
      column: { zh: '项目名称', en: 'Project' },
    };
    for (const wording of [rule.message, rule.merged]) {
      if (wording === undefined) continue;
      const [zh, en] =
        wording === rule.message
          ? [rule.message.zh(example), rule.message.en(example)]
          : [rule.merged?.zh(merged) ?? '', rule.merged?.en(merged) ?? ''];
      expect(zh).toMatch(/\p{Script=Han}.*[。）]$/u);
      expect(en).toMatch(/[A-Za-z].*[.”)]$/u);
      expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test('has an example wherever its message is made from something', () => {
    const { zh, en } = rule.message;
    if (zh.length + en.length > 0) expect(rule.example).toBeDefined();
  });

  test('has a tested suggestion wherever it computes a value', () => {
    const [code, tests] = ['rule.ts', 'rule.test.ts'].map((file) =>
      readFileSync(new URL(`${id}/${file}`, RULES_FOLDER), 'utf8'),
    );
    expect(tests?.includes('suggestion')).toBe(code?.includes('suggestion'));
  });
});

test('ids are unique, and only gate rules carry a gate number', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  for (const { number, gate, severity } of RULES) {
    expect(number.startsWith('G')).toBe(gate === true);
    if (gate === true) expect(severity).toBe('hint');
  }
});

test.each(Object.entries(rulesPages()))('docs/%s is current: npm run docs:rules', (name, page) => {
  expect(readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8')).toBe(page);
});

test('every threshold is some rule’s', () => {
  const used = new Set(RULES.flatMap(({ thresholds = [] }) => thresholds));
  expect([...used].sort()).toEqual(Object.keys(THRESHOLDS).sort());
});

test('every form folder is listed, and nothing else', () => {
  expect(FORMS.map(({ id }) => id).sort()).toEqual(foldersIn(TEMPLATES_FOLDER, 'form.ts'));
});

test('every settled rule that is built has its number', () => {
  // Domain 2.4; W2, W3, W5–W7, W10 and I1, I5, I6 are the indicators' own.
  const built = new Set(RULES.map(({ number }) => number));
  const settled = 'E1 E2 E3 E4 E6 E7 E8 E9 E10 W0 W1 W4 W8 W9 W12 W13 W14 I2 I3 G1 G2 G3 G4';
  expect(settled.split(' ').filter((number) => !built.has(number))).toEqual([]);
});

test('policies name only rules that exist', () => {
  const known = new Set(RULES.map(({ id }) => id));
  const named = [...FORMS, ...PERIODS].flatMap(({ policy }) => Object.keys(policy ?? {}));
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
