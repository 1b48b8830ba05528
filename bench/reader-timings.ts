import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { sampleBytes } from './judged.ts';
import { longWorkbook } from './long-table.ts';
import { median } from './measure.ts';
import { haveJavaScriptPeers, pythonOfPeers } from './peers.ts';
import { READERS } from './readers.ts';

/** One reader on one table; milliseconds, and MiB of the whole process. Medians of fresh processes. */
export interface ReaderTiming {
  readonly reader: string;
  /** Projects of the table. */
  readonly projects: number;
  /** Rows or records found; null when the reader refused the file. */
  readonly rows: number | null;
  /** Importing the reader. */
  readonly load: number;
  /** The first call in the process. */
  readonly first: number;
  /** Median of the calls after it. */
  readonly warm: number;
  /** Memory after the first call. */
  readonly peakFirst: number;
  /** Memory after all calls. */
  readonly peakWarm: number;
}

/** Projects → fresh processes a reader, and seconds of warm calls in each. */
const PLAN = [
  { projects: 26, processes: 5, seconds: 1.5 },
  { projects: 1_000, processes: 3, seconds: 2 },
  { projects: 20_000, processes: 1, seconds: 2 },
] as const;

const scriptOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const OUR_NAME = 'jixiao';
const OURS = `${OUR_NAME}: findings and records`;
const OPENPYXL = 'openpyxl (Python)';

type Run = (file: string, seconds: number) => Omit<ReaderTiming, 'reader' | 'projects'>;

/** Measures every reader on every table, the readers taking turns. */
export function timeReaders(say: (line: string) => void): readonly ReaderTiming[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-bench-'));
  try {
    const readers = readersHere(bundled(folder));
    return PLAN.flatMap(({ projects, processes, seconds }) => {
      const file = path.join(folder, `${projects}.xlsx`);
      writeFileSync(file, projects === 26 ? sampleBytes() : longWorkbook(sampleBytes(), projects));
      say(`readers, ${projects.toLocaleString('en')} projects …`);
      const measured = new Map<string, ReturnType<Run>[]>();
      for (let round = 0; round < processes; round += 1) {
        for (const [reader, run] of readers) {
          measured.set(reader, [...(measured.get(reader) ?? []), run(file, seconds)]);
        }
      }
      return [...measured].map(([reader, runs]) => ({ reader, projects, ...middle(runs) }));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Ours as it is run: bundled and minified, like the functions. Returns the bundle of `read-once.ts`. */
function bundled(folder: string): string {
  buildSync({
    entryPoints: [scriptOf('read-once.ts')],
    outdir: path.join(folder, 'bundle'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    logLevel: 'error',
  });
  return path.join(folder, 'bundle/read-once.mjs');
}

function readersHere(bundle: string): ReadonlyMap<string, Run> {
  const readers = new Map<string, Run>();
  const names = Object.keys(READERS);
  const wanted = haveJavaScriptPeers() ? names : names.filter((name) => name.startsWith(OUR_NAME));
  for (const reader of wanted) {
    const script = reader.startsWith(OUR_NAME) ? bundle : scriptOf('read-once.ts');
    readers.set(reader, (file, seconds) =>
      said(process.execPath, [script, reader, file, String(seconds)]),
    );
  }
  const python = pythonOfPeers();
  if (python === undefined) return readers;
  const script = scriptOf('read_with_openpyxl.py');
  return readers.set(OPENPYXL, (file, seconds) => said(python, [script, file, String(seconds)]));
}

const said = (command: string, args: readonly string[]): ReturnType<Run> =>
  JSON.parse(
    execFileSync(command, [...args], { encoding: 'utf8', maxBuffer: 1 << 20 }),
  ) as ReturnType<Run>;

const middle = (runs: readonly ReturnType<Run>[]): ReturnType<Run> => {
  const of = (pick: (run: ReturnType<Run>) => number): number => median(runs.map(pick));
  return {
    rows: runs[0]?.rows ?? null,
    load: of(({ load }) => load),
    first: of(({ first }) => first),
    warm: of(({ warm }) => warm),
    peakFirst: of(({ peakFirst }) => peakFirst),
    peakWarm: of(({ peakWarm }) => peakWarm),
  };
};

/** How ours, findings and addresses included, stands to the fastest JavaScript peer at 26 projects. */
export interface Claim {
  readonly measure: 'warm' | 'load and first';
  readonly ours: number;
  readonly peer: string;
  readonly fastest: number;
  /** Ours ÷ the fastest. */
  readonly ratio: number;
  /** No slower by more than a quarter. */
  readonly holds: boolean;
}

/** A quarter slower is allowed. */
const ALLOWED = 1.25;

/** What the product claims of itself, measured; nothing when the peers are not there. */
export function claimsOf(timings: readonly ReaderTiming[]): readonly Claim[] {
  const short = timings.filter(({ projects }) => projects === 26);
  const ours = short.find(({ reader }) => reader === OURS);
  const peers = short.filter(({ reader }) => !reader.startsWith(OUR_NAME) && reader !== OPENPYXL);
  if (ours === undefined || peers.length === 0) return [];
  const claim = (name: Claim['measure'], of: (timing: ReaderTiming) => number): Claim => {
    const fastest = peers.reduce((best, other) => (of(other) < of(best) ? other : best));
    const ratio = of(ours) / of(fastest);
    return {
      measure: name,
      ours: of(ours),
      peer: fastest.reader,
      fastest: of(fastest),
      ratio,
      holds: ratio <= ALLOWED,
    };
  };
  return [
    claim('warm', ({ warm }) => warm),
    claim('load and first', ({ load, first }) => load + first),
  ];
}
