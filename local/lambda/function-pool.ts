import path from 'node:path';
import type { FunctionWiring } from '../wiring/wiring.ts';
import { type FunctionProcess, startFunctionProcess } from './function-process.ts';

/** A function, as many processes of it as are called at once. */
export interface FunctionPool {
  /** The handler's answer; rejects with FunctionFailure. */
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Ends every process, also those at work. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds after which a process that nobody calls is ended. */
const IDLE = 5 * 60_000;

/**
 * Processes are started when needed and used again while warm, as Lambda does it. How many run at
 * once is up to the callers.
 */
export function functionPool(
  wiring: FunctionWiring,
  environment: Readonly<Record<string, string>>,
  logFolder: string,
): FunctionPool {
  const logFile = path.join(logFolder, `${wiring.name}.log`);
  const all = new Set<FunctionProcess>();
  const idle = new Map<FunctionProcess, NodeJS.Timeout>();

  function start(): FunctionProcess {
    const process = startFunctionProcess(
      wiring,
      { ...wiring.environment, ...environment, ...lambdaEnvironment(wiring) },
      logFile,
    );
    all.add(process);
    return process;
  }

  /** The process that was used last, so that those not needed grow old; one may have died idle. */
  function takeIdle(): FunctionProcess | undefined {
    for (const [process, retirement] of [...idle].reverse()) {
      clearTimeout(retirement);
      idle.delete(process);
      if (process.alive()) return process;
      all.delete(process);
    }
    return undefined;
  }

  function rest(process: FunctionProcess): void {
    if (!process.alive()) {
      all.delete(process);
      return;
    }
    const retire = (): void => {
      idle.delete(process);
      all.delete(process);
      void process.kill();
    };
    idle.set(process, setTimeout(retire, IDLE).unref());
  }

  return {
    async invoke(event) {
      const process = takeIdle() ?? start();
      try {
        return await process.invoke(event);
      } finally {
        rest(process);
      }
    },
    async stop() {
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...all].map((process) => process.kill()));
    },
  };
}

const lambdaEnvironment = (wiring: FunctionWiring): Record<string, string> => ({
  AWS_LAMBDA_FUNCTION_NAME: wiring.name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(wiring.memoryMb),
  LAMBDA_TASK_ROOT: wiring.folder,
  TZ: ':UTC',
});
