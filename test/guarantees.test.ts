import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INVARIANTS } from './simulation/invariants.ts';

const ROOT = new URL('../', import.meta.url);

/** Held by a test of its own, beside the simulation. */
const OUTSIDE_THE_SIMULATION = ['one-harms-no-other', 'kill-loses-nothing'];

const rows = readFileSync(new URL('docs/guarantees.md', ROOT), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, name, , checks = ''] = /^\| `([a-z-]+)` \|(.*)\|(.*)\|$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, files: checks.match(/[^`\s]+\.ts/g) ?? [] }];
  });

test('every invariant that is checked is promised, and the other way round', () => {
  const names = rows.map(({ name }) => name).sort();
  expect(names).toEqual([...INVARIANTS, ...OUTSIDE_THE_SIMULATION].sort());
});

test.each(rows)('what holds $name is there', ({ name, files }) => {
  expect(files, name).not.toEqual([]);
  for (const file of files) expect(existsSync(new URL(file, ROOT)), file).toBe(true);
});
