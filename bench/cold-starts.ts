import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { bundleFunctions } from '../infra/bundle.ts';
import { BUNDLES } from '../infra/bundles.ts';
import { median } from './measure.ts';

/** What it takes until a function of the stack can be called. */
export interface ColdStart {
  readonly bundle: string;
  /** Milliseconds from the start of Node to the loaded handler, Node's own start among them. */
  readonly ready: number;
  /** MiB held by then. */
  readonly heldMiB: number;
  /** Bytes of code, what is loaded lazily among them; and of everything that is deployed. */
  readonly code: number;
  readonly deployed: number;
}

const RUNS = 9;

/** Tells what the process holds: its peak would be that of this process, of which it begins as a copy. */
const TELL = 'process.stdout.write(String(process.memoryUsage.rss() / 2 ** 20));';
/** Loads a bundle as the runtime does. */
const LOAD = "await import('./index.mjs');";
/** A process that loads nothing: what of every cold start is Node's own. */
const NODE_ALONE = 'node alone';

/** Names that every function's environment is parsed for, as the stack gives them. */
const ENVIRONMENT = {
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  SYSTEM_NAME: 'jixiao',
  TABLE_NAME: 'table',
  UPLOADS_BUCKET: 'uploads',
  OUTPUTS_BUCKET: 'outputs',
  INTAKE_QUEUE_URL: 'http://127.0.0.1/intake',
  INTAKE_DEAD_LETTER_QUEUE_URL: 'http://127.0.0.1/intake-dead',
  RENDER_QUEUE_URL: 'http://127.0.0.1/render',
  SUMMARISE_QUEUE_URL: 'http://127.0.0.1/summarise',
  PUBLISH_QUEUE_URL: 'http://127.0.0.1/publish',
  PUBLIC_BUCKET: 'public',
  NOTICES_TOPIC_ARN: 'arn:aws:sns:local:1:notices',
  FONTS_DIRECTORY: 'fonts',
};

/** Each function's cold start, the median of fresh processes, without what AWS adds to unpack it. */
export async function timeColdStarts(say: (line: string) => void): Promise<readonly ColdStart[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jixiao-cold-'));
  try {
    await bundleFunctions(folder);
    const title = 'cold start, process start → handler loaded';
    say(
      `\n${title.padEnd(46)}${['ms', 'MiB', 'KB code', 'KB in all'].map((one) => one.padStart(11)).join('')}`,
    );
    return [NODE_ALONE, ...Object.keys(BUNDLES)].map((bundle) => {
      const start =
        bundle === NODE_ALONE ? nodeAlone() : coldStart(bundle, path.join(folder, bundle));
      const figures = [start.ready, start.heldMiB, start.code / 1000, start.deployed / 1000];
      say(
        bundle.padEnd(46) +
          figures.map((one) => Math.round(one).toLocaleString('en').padStart(11)).join(''),
      );
      return start;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function nodeAlone(): ColdStart {
  return { bundle: NODE_ALONE, ...startsOf(TELL, tmpdir()), code: 0, deployed: 0 };
}

/** Medians of fresh processes that run a program. */
function startsOf(program: string, cwd: string): Pick<ColdStart, 'ready' | 'heldMiB'> {
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd,
      env: ENVIRONMENT,
    });
    return { ready: performance.now() - start, heldMiB: Number(told.toString()) };
  });
  return {
    ready: median(runs.map(({ ready }) => ready)),
    heldMiB: median(runs.map(({ heldMiB }) => heldMiB)),
  };
}

function coldStart(bundle: string, folder: string): ColdStart {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stats: statSync(path.join(folder, name)) }))
    .filter(({ stats }) => stats.isFile());
  const bytes = (some: typeof files): number =>
    some.reduce((sum, { stats }) => sum + stats.size, 0);
  return {
    bundle,
    ...startsOf(LOAD + TELL, folder),
    code: bytes(files.filter(({ name }) => name.endsWith('.mjs'))),
    deployed: bytes(files),
  };
}
