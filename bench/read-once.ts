import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { measure } from './measure.ts';
import { READERS } from './readers.ts';

/*
 * read-once.ts READER FILE SECONDS: measures one reader on one file in this fresh process, and prints
 * what it measured as JSON.
 */

const [reader = '', file = '', seconds = '1'] = process.argv.slice(2);
const load = READERS[reader];
if (load === undefined) throw new Error(`no reader "${reader}"`);

const bytes = new Uint8Array(readFileSync(file));
const start = performance.now();
const read = await load();
const loaded = performance.now() - start;

/** MiB of memory this process held at most so far. */
const peak = (): number => process.resourceUsage().maxRSS / 1024;

let rows: number | null = null;
let peakFirst: number | undefined;
const { first, warm, runs } = await measure(
  reader,
  async () => {
    rows = await read(bytes);
    peakFirst ??= peak();
  },
  { least: 1, seconds: Number(seconds) },
);
process.stdout.write(
  JSON.stringify({ load: loaded, first, warm, runs, rows, peakFirst, peakWarm: peak() }),
);
