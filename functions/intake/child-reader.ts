import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadResult } from '../../shared/cells/read-result.ts';
import type { Reader } from '../../shared/ports.ts';
import type { ReadReply, ReadRequest } from './reader-messages.ts';

/** Bounds of the reader's process. */
export interface ReaderBounds {
  readonly heapMegabytes: number;
  /** From handing over the bytes to the answer. */
  readonly milliseconds: number;
}

/** A real return takes a tenth of a second and some 50 MB. */
const BOUNDS: ReaderBounds = { heapMegabytes: 256, milliseconds: 8_000 };

const TOO_HEAVY: ReadResult = { ok: false, refusal: { kind: 'too-heavy' } };

/** In a bundle the child is a file beside the parent's; in the source tree it is TypeScript. */
function childFile(): string {
  const candidates = ['./reader-child.mjs', './reader-child.ts'].map((name) =>
    fileURLToPath(new URL(name, import.meta.url)),
  );
  const found = candidates.find(existsSync);
  if (found === undefined) throw new Error(`no reader to start: ${candidates.join(', ')}`);
  return found;
}

/**
 * Reads workbooks in a child process that is started when first needed and kept for the next file. A
 * file that kills it or takes too long is too heavy: a value, and the next file gets a new child.
 * Throws when the child cannot start or the reader has a fault: ours, not the file's.
 */
export function childReader(bounds: ReaderBounds = BOUNDS, file: string = childFile()): Reader {
  let child: ChildProcess | null = null;
  let busy: Promise<unknown> = Promise.resolve();

  const readNext = async (bytes: Uint8Array): Promise<ReadResult> => {
    if (!child?.connected) child = await startChild(file, bounds);
    const result = await readIn(child, bytes, bounds);
    if (result === TOO_HEAVY) child = null;
    return result;
  };

  return {
    read(bytes) {
      const result = busy.then(() => readNext(bytes));
      // The next file waits for this one, whatever becomes of it.
      busy = result.catch(() => undefined);
      return result;
    },
  };
}

/** Resolves when the child is ready. It gets no environment, so it holds no credentials. */
function startChild(file: string, { heapMegabytes }: ReaderBounds): Promise<ChildProcess> {
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    env: {},
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

/** Hands one file to the child. Death or silence of the child is the answer `too-heavy`. */
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
      settle(() => resolve(TOO_HEAVY));
    }, bounds.milliseconds);
    child.once('exit', () => settle(() => resolve(TOO_HEAVY)));
    child.once('message', (reply: ReadReply) =>
      settle(() => {
        if (reply.kind === 'read') resolve(reply.result);
        else reject(new Error(`the reader has a fault: ${reply.kind === 'fault' && reply.stack}`));
      }),
    );
    const request: ReadRequest = { bytes };
    child.send(request);
  });
}
