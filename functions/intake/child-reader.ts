import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { unpackResult } from '../../shared/cells/packed-sheets.ts';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import type { Reader } from '../../shared/ports.ts';
import type { ReadReply, ReadRequest } from './reader-messages.ts';

/** Bounds of the reader's process. */
export interface ReaderBounds {
  readonly heapMegabytes: number;
  /** From handing over the bytes to the answer. */
  readonly milliseconds: number;
}

/**
 * A real return takes a hundredth of a second and some 60 MB, one of 20,000 rows a second and 200 MB.
 * With these no file takes more than 2 s and 256 MB: the heap is one part of a process's memory, the
 * file and its inflated parts another.
 */
const BOUNDS: ReaderBounds = { heapMegabytes: 96, milliseconds: 1_800 };

const tooHeavy = (why: 'time' | 'memory'): ReadResult => ({
  ok: false,
  refusal: { kind: 'too-heavy', why },
});

/** In a bundle the child is a file beside the parent's; in the source tree it is TypeScript. */
function childFile(): string {
  const candidates = ['./reader-child.mjs', './reader-child.ts'].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  );
  const found = candidates.find(existsSync);
  if (found === undefined) throw new Error(`no reader to start: ${candidates.join(', ')}`);
  return found;
}

/** False from the moment it is killed or has ended, which its channel may learn later. */
const isAlive = ({ connected, killed, exitCode, signalCode }: ChildProcess): boolean =>
  connected && !killed && exitCode === null && signalCode === null;

/** A reader in a process of its own. */
export interface ChildReader extends Reader {
  /** Starts the process before the first file is at hand, so that the two come ready together. */
  readonly start: () => void;
}

/**
 * Reads workbooks in a child process that is started when first needed and kept for the next file. A
 * file that kills it or takes too long is too heavy: a value, and the next file gets a new child.
 * Throws when the child cannot start or the reader has a fault: ours, not the file's.
 */
export function childReader(
  bounds: ReaderBounds = BOUNDS,
  file: string = childFile(),
): ChildReader {
  let starting: Promise<ChildProcess> | null = null;
  let busy: Promise<unknown> = Promise.resolve();

  const ready = async (): Promise<ChildProcess> => {
    const child = await starting?.catch(() => null);
    if (child && isAlive(child)) return child;
    starting = startChild(file, bounds);
    return starting;
  };

  const readNext = async (bytes: Uint8Array): Promise<ReadResult> => {
    const child = await ready();
    return readIn(child, bytes, bounds);
  };

  return {
    start() {
      starting ??= startChild(file, bounds);
      // A child that cannot start is told to whoever wants to read.
      starting.catch(() => undefined);
    },
    read(bytes) {
      const result = busy.then(() => readNext(bytes));
      // The next file waits for this one, whatever becomes of it.
      busy = result.catch(() => undefined);
      return result;
    },
  };
}

/** All of the environment that the child gets: where compiled code is kept, if anywhere. No credentials. */
const environmentOfChild = (): NodeJS.ProcessEnv => {
  const { NODE_COMPILE_CACHE } = process.env;
  return NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
};

/** Resolves when the child is ready. */
function startChild(file: string, { heapMegabytes }: ReaderBounds): Promise<ChildProcess> {
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`, '--max-semi-space-size=4'],
    env: environmentOfChild(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const complaints: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      reject(new Error(`the reader ended at its start: code ${code}\n${complaints.join('')}`)),
    );
    child.once('message', () => {
      child.removeAllListeners('close');
      // What it says from here on is how V8 dies of a heavy file.
      child.stderr?.destroy();
      // A reader that waits for work must not keep the process alive.
      child.unref();
      child.channel?.unref();
      resolve(child);
    });
  });
}

/** Hands one file to the child. Its death or silence is the answer: too heavy. */
function readIn(child: ChildProcess, bytes: Uint8Array, bounds: ReaderBounds): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      child.removeAllListeners('message');
      child.removeAllListeners('exit');
      finish();
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle(() => resolve(tooHeavy('time')));
    }, bounds.milliseconds);
    child.once('exit', () => settle(() => resolve(tooHeavy('memory'))));
    child.once('message', (reply: ReadReply) =>
      settle(() => {
        if (reply.kind === 'read') resolve(unpackResult(reply.result));
        else reject(new Error(`the reader has a fault: ${reply.kind === 'fault' && reply.stack}`));
      }),
    );
    const request: ReadRequest = { bytes };
    child.send(request);
  });
}
