import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = new URL('../', import.meta.url);

test('every threat names tests, and each of them exists', () => {
  const rows = readFileSync(new URL('docs/threats.md', ROOT), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const named = [...row.matchAll(/`([^`\s]+\.test\.ts)`/g)].map(([, file = '']) => file);
    expect(named, row).not.toEqual([]);
    for (const file of named) expect(existsSync(new URL(file, ROOT)), file).toBe(true);
  }
});
