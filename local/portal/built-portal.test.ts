import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtPortal } from './built-portal.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('a portal built from within a test is the one that people get', async () => {
  const folder = await builtPortal(() => {});
  if (folder === null) throw new Error('no portal to build');
  const scripts = globSync('assets/*.js', { cwd: folder }).map((name) => ({
    name,
    text: readFileSync(path.join(folder, name), 'utf8'),
  }));
  expect(scripts.length).toBeGreaterThan(10);
  const forDevelopers = scripts.filter(
    ({ text }) => text.includes('jsxDEV') || text.includes(ROOT),
  );
  expect(forDevelopers.map(({ name }) => name)).toEqual([]);
});
