import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { childReader } from '../../functions/intake/child-reader.ts';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import { HOSTILE_FILES } from './hostile-files.ts';

/*
 * `node local/node24.mjs test/hostile/meter.ts [WORD…]`: hands every hostile file to the reader as it runs
 * in production, a child of its own each, and prints the milliseconds to the answer and the most
 * memory the child ever had. Exit code 1 when one is beyond the promise. Linux only.
 */

const MOST_MILLISECONDS = 2_000;
const MOST_MEGABYTES = 256;

/** Processes that this one started. */
const children = (): readonly string[] =>
  readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );

/** The most memory a process ever had; 0 when it is gone. */
function peakMegabytes(pid: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function end(pid: string): void {
  try {
    process.kill(Number(pid), 'SIGKILL');
  } catch {
    // The file has killed it already.
  }
}

interface Measured {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly ended: string;
}

async function measure(bytes: Uint8Array): Promise<Measured> {
  const reader = childReader();
  await reader.read(new TextEncoder().encode('甲,乙'));
  const before = new Set(children());
  let megabytes = 0;
  const look = (): void => {
    for (const pid of before) megabytes = Math.max(megabytes, peakMegabytes(pid));
  };
  const timer = setInterval(look, 2);
  const start = performance.now();
  const result = await reader.read(bytes);
  const milliseconds = performance.now() - start;
  look();
  clearInterval(timer);
  for (const pid of before) end(pid);
  return { milliseconds, megabytes, ended: endOf(result) };
}

const endOf = (result: ReadResult): string =>
  result.ok
    ? 'read'
    : Object.values(result.refusal)
        .filter((value) => typeof value === 'string')
        .join(' ');

let beyond = 0;
for (const { name, bytes } of HOSTILE_FILES) {
  if (process.argv.length > 2 && !process.argv.slice(2).some((word) => name.includes(word)))
    continue;
  const { milliseconds, megabytes, ended } = await measure(bytes());
  const isBeyond = milliseconds > MOST_MILLISECONDS || megabytes > MOST_MEGABYTES;
  if (isBeyond) beyond += 1;
  process.stdout.write(
    `${isBeyond ? '✗' : ' '}${milliseconds.toFixed(0).padStart(6)} ms${megabytes.toFixed(0).padStart(6)} MB  ${name} → ${ended}\n`,
  );
}
process.stdout.write(`${beyond} beyond ${MOST_MILLISECONDS} ms or ${MOST_MEGABYTES} MB\n`);
process.exitCode = beyond === 0 ? 0 : 1;
