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
  const idle: FunctionProcess[] = [];

  function start(): FunctionProcess {
    const process = startFunctionProcess(
      wiring,
      { ...environment, ...wiring.environment, ...lambdaEnvironment(wiring) },
      logFile,
    );
    all.add(process);
    return process;
  }

  return {
    async invoke(event) {
      const process = idle.pop() ?? start();
      try {
        return await process.invoke(event);
      } finally {
        if (process.alive()) idle.push(process);
        else all.delete(process);
      }
    },
    async stop() {
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
