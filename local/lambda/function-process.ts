import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FunctionWiring } from '../wiring/wiring.ts';
import type { FromFunction, ToFunction } from './function-messages.ts';

const RUNTIME = fileURLToPath(new URL('./function-runtime.ts', import.meta.url));

/** A function did not answer as it should; the message says how it went. */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';
  /** True when its process ended, was killed or took too long; false when the handler threw. */
  readonly died: boolean;

  constructor(message: string, { died }: { readonly died: boolean }) {
    super(message);
    this.died = died;
  }
}

/** A process that runs one function, one invocation at a time. */
export interface FunctionProcess {
  /** The handler's answer. Rejects with FunctionFailure when it throws, dies or takes too long. */
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly alive: () => boolean;
  /** Ends it and whatever it started. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts the function's bundle in a process of its own, with the memory and the timeout of the
 * template and nothing of this process's environment. What it prints goes to the log file.
 */
export function startFunctionProcess(
  wiring: FunctionWiring,
  environment: Readonly<Record<string, string>>,
  logFile: string,
): FunctionProcess {
  const log = openSync(logFile, 'a');
  const child = fork(RUNTIME, [wiring.handler], {
    cwd: wiring.folder,
    env: { ...environment },
    execArgv: [`--max-old-space-size=${wiring.memoryMb}`],
    stdio: ['ignore', log, log, 'ipc'],
    serialization: 'advanced',
    // A group of its own, so that its children can be ended with it.
    detached: true,
  });
  closeSync(log);
  const gone = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(`exit ${signal ?? code}`));
    child.once('error', (error) => resolve(error.message));
  });
  const died = gone.then((how): never => {
    throw new FunctionFailure(`${wiring.name}: 进程意外结束 / the process ended (${how})`, {
      died: true,
    });
  });
  // A process that ends between two invocations is nobody's failure.
  died.catch(() => {});
  const ready = messageFrom(child, (message) => message.kind === 'ready');

  async function invoke(event: unknown): Promise<unknown> {
    const id = randomUUID();
    const milliseconds = wiring.timeout * 1000;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        endGroup(child);
        const took = `${wiring.name}: 超时 / took over ${wiring.timeout} s`;
        reject(new FunctionFailure(took, { died: true }));
      }, milliseconds);
    });
    const order: ToFunction = { id, event, deadline: Date.now() + milliseconds };
    try {
      await Promise.race([ready, died, late]);
      const answered = messageFrom(child, (message) => 'id' in message && message.id === id);
      child.send(order);
      const answer = await Promise.race([answered, died, late]);
      if (answer.kind === 'failed') {
        throw new FunctionFailure(`${wiring.name}: ${answer.error}`, { died: false });
      }
      return answer.kind === 'done' ? answer.result : undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    invoke,
    alive: () => child.connected && child.exitCode === null && child.signalCode === null,
    async kill() {
      endGroup(child);
      await gone;
    },
  };
}

function messageFrom(
  child: ChildProcess,
  wanted: (message: FromFunction) => boolean,
): Promise<FromFunction> {
  return new Promise((resolve) => {
    const listen = (message: FromFunction): void => {
      if (!wanted(message)) return;
      child.off('message', listen);
      resolve(message);
    };
    child.on('message', listen);
  });
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  // Windows has no process groups; there the process alone is ended.
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}
