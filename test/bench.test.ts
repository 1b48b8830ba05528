import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/* What `npm run bench` measures a growing period with. Its figures are its own; that it still runs is told here. */

const CHILD = fileURLToPath(new URL('../bench/summary-child.ts', import.meta.url));

test.each(['whole', 'one more', 'naive'])('the summary of three submissions, %s', (way) => {
  const said = JSON.parse(execFileSync(process.execPath, [CHILD, way, '3'], { encoding: 'utf8' }));
  expect(said.bytes).toBeGreaterThan(10_000);
  expect(said.peakMiB).toBeGreaterThan(50);
});
