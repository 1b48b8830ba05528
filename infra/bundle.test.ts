import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fontPlaces } from '../functions/fonts.ts';
import { loadFonts, loadMetrics, loadMetricsTable } from '../templates/fonts/load-fonts.ts';
import { makeFont } from '../test/make-font.ts';
import { UNPRINTABLE } from '../test/rare-names.ts';
import { bundleFunctions } from './bundle.ts';

/* Fonts that an operator gives at deployment, as the functions find them in their bundles. */

const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-bundle-'));
const at = (...names: readonly string[]): string => path.join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  writeFileSync(at('b.ttf'), await makeFont({ name: 'ExtB', glyphs: { [UNPRINTABLE]: '龍' } }));
  writeFileSync(at('fonts.json'), '{"extra": ["b.ttf"]}');
  await bundleFunctions(at('out'), folder);
});

const environment = (bundle: string): Parameters<typeof fontPlaces>[0] => ({
  FONTS_DIRECTORY: at('out', bundle, 'fonts'),
});

const rare = UNPRINTABLE.codePointAt(0) ?? 0;

test('intake knows what they print, by its metrics alone', () => {
  expect(readdirSync(at('out/intake/fonts'))).toEqual(['metrics.json']);
  expect(loadMetrics(fontPlaces(environment('intake'))).has(rare)).toBe(true);
});

test('render prints with them, and knows exactly the same characters', () => {
  const places = fontPlaces(environment('render'));
  expect(loadFonts(places).stack.regular.map(({ name }) => name)).toEqual([
    'NotoSerifSC-Regular',
    'NotoSerifSC-Regular',
    'ExtB',
  ]);
  expect(loadMetricsTable(places)).toEqual(loadMetricsTable(fontPlaces(environment('intake'))));
});

test('the other functions get no fonts', () => {
  expect(readdirSync(at('out/sweep'))).not.toContain('fonts');
});

test('one that cannot be used stops the bundling', async () => {
  const bad = mkdtempSync(at('bad-'));
  writeFileSync(path.join(bad, 'fonts.json'), '{"body": "b.ttf"}');
  writeFileSync(path.join(bad, 'b.ttf'), readFileSync(at('b.ttf')));
  await expect(bundleFunctions(at('never'), bad)).rejects.toThrow(/^b\.ttf：/);
});
