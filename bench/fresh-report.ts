import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { bundlePrinter } from './bundle-printer.ts';
import { SAMPLE, sampleRecords } from './judged.ts';
import { median } from './measure.ts';
import { repeated } from './repeated.ts';

/*
 * `node local/node24.mjs bench/fresh-report.ts`: reports printed by a bundle, as Lambda runs one, in a
 * fresh process each, and the command line's check and report. Wall-clock time holds the start of Node.
 */

const RUNS = [
  [26, 7],
  [1000, 5],
  [10_000, 1],
] as const;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-bench-'));
const at = (name: string): string => path.join(folder, name);

function timed<T>(work: () => T): { readonly wall: number; readonly result: T } {
  const start = performance.now();
  const result = work();
  return { wall: performance.now() - start, result };
}

const row = (...cells: readonly (string | number)[]): void => {
  const [name, ...figures] = cells.map((cell) =>
    typeof cell === 'number' ? Math.round(cell).toLocaleString('en') : cell,
  );
  process.stdout.write(`${name?.padEnd(28)}${figures.map((cell) => cell.padStart(12)).join('')}\n`);
};

try {
  await bundlePrinter(folder);
  const recordSet = await sampleRecords();
  row('median of fresh processes', 'wall ms', 'print ms', 'peak MiB', 'KB');
  for (const [rows, runs] of RUNS) {
    writeFileSync(at('records'), serialize(rows === 26 ? recordSet : repeated(recordSet, rows)));
    const results = Array.from({ length: runs }, () => {
      const args = [at('print-once.mjs'), at('records'), at('fonts')];
      const { wall, result } = timed(() => execFileSync(process.execPath, args));
      return { wall, ...(JSON.parse(result.toString()) as Record<Figure, number>) };
    });
    const middle = (figure: Figure | 'wall'): number => median(results.map((one) => one[figure]));
    const { wall, milliseconds, peak, bytes } = {
      wall: middle('wall'),
      milliseconds: middle('milliseconds'),
      peak: middle('peak'),
      bytes: middle('bytes'),
    };
    row(`report, ${rows.toLocaleString('en')} rows`, wall, milliseconds, peak, bytes / 1000);
  }
  for (const command of [
    ['check', '--json', SAMPLE],
    ['report', SAMPLE, '--period', '2021', '--unit', 'LG-FGJ', '--out', at('out')],
  ]) {
    const args = [path.join(root, 'local/jixiao.mjs'), ...command];
    const walls = Array.from({ length: 5 }, () => {
      rmSync(at('out'), { recursive: true, force: true });
      return timed(() => execFileSync(process.execPath, args)).wall;
    });
    row(`jixiao ${command[0]}, 26 rows`, median(walls));
  }
} finally {
  rmSync(folder, { recursive: true });
}

type Figure = 'milliseconds' | 'peak' | 'bytes';
