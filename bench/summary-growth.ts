import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { HEAP_OPTIONS } from '../functions/summarise/heap-options.ts';
import { pythonOfPeers } from './peers.ts';
import { PROJECTS, projectCells } from './summary-store.ts';

/** What one way of making a summary took for so many submissions. */
export interface SummaryGrowth {
  readonly way: string;
  readonly submissions: number;
  readonly projects: number;
  /** Null where it did not come to an end. */
  readonly took: {
    readonly seconds: number;
    /** Of all threads, which a busy machine does not lengthen; only of our own process. */
    readonly cpuSeconds?: number;
    readonly peakMiB: number;
    /** Of the function: a large period's first summary may take several. */
    readonly runs: number;
    readonly files: number;
    readonly bytes: number;
  } | null;
}

const CHILD = fileURLToPath(new URL('summary-child.ts', import.meta.url));
const OPENPYXL = fileURLToPath(new URL('write_with_openpyxl.py', import.meta.url));

/** Ours runs as its function does; the others get what they want up to 4 GB. */
const OURS = HEAP_OPTIONS;
const PEERS = '--max-old-space-size=4096';
const PATIENCE_MS = 600_000;

const SIZES = [100, 1_000, 10_000];

/** Ways of our own process, by what the child calls them. */
const WAYS = [
  { way: 'ours: every row for the first time', child: 'whole', option: OURS },
  { way: 'ours: one more upload', child: 'one more', option: OURS },
  { way: 'exceljs, streaming writer', child: 'exceljs', option: PEERS },
  { way: 'naive: load all, exceljs', child: 'naive', option: PEERS },
];

/** How time and memory of a summary grow with the period, each measured in a process of its own. */
export function measureSummaryGrowth(say: (line: string) => void): readonly SummaryGrowth[] {
  const measured: SummaryGrowth[] = [];
  const add = (way: string, submissions: number, took: SummaryGrowth['took']): void => {
    measured.push({ way, submissions, projects: submissions * PROJECTS, took });
    say(lineOf(way, submissions, took));
  };
  say(`\n${'summary of a period, 30 projects each'.padEnd(40)}submissions   seconds  peak MiB`);
  for (const { way, child, option } of WAYS) {
    for (const size of SIZES) {
      add(way, size, run(process.execPath, [option, CHILD, child, String(size)]));
    }
  }
  const python = pythonOfPeers();
  if (python === undefined) return measured;
  for (const size of SIZES) {
    add(
      'openpyxl, write-only, values alone',
      size,
      run(python, [OPENPYXL, String(size)], projectCells()),
    );
  }
  return measured;
}

function lineOf(way: string, submissions: number, took: SummaryGrowth['took']): string {
  const figures =
    took === null
      ? '  did not come to an end'
      : took.seconds.toFixed(1).padStart(10) + took.peakMiB.toFixed(0).padStart(10);
  return way.padEnd(40) + submissions.toLocaleString('en').padStart(11) + figures;
}

function run(program: string, options: readonly string[], input = ''): SummaryGrowth['took'] {
  try {
    const printed = execFileSync(program, options, {
      input,
      encoding: 'utf8',
      timeout: PATIENCE_MS,
      stdio: ['pipe', 'pipe', 'ignore'],
      maxBuffer: 1 << 20,
    });
    return JSON.parse(printed) as SummaryGrowth['took'];
  } catch (error) {
    // Out of memory or of patience, so killed: that is a result, too. One that fails by itself is none.
    if (!(error instanceof Error) || !('signal' in error) || error.signal === null) throw error;
    return null;
  }
}
