import { setTimeout as pause } from 'node:timers/promises';
import { FunctionFailure } from './function-process.ts';

/** Milliseconds between a process's death and the next attempt. */
const BREATH = 1000;
const ATTEMPTS = 3;

/**
 * Calls `invoke`, and once more, at most twice, when its process dies: killed, crashed or too slow.
 * The queue would hold the message back for its whole visibility timeout, made for many machines; on
 * this one it is known at once that nobody works on it. Rejects as the last attempt did. What a living
 * handler answers or throws stands, and nothing is begun again once `stopping` is aborted.
 */
export async function outliveDeaths(
  invoke: () => Promise<unknown>,
  stopping: AbortSignal,
  log: (line: string) => void,
): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await invoke();
    } catch (error) {
      const died = error instanceof FunctionFailure && error.died;
      if (!died || attempt === ATTEMPTS || stopping.aborted) throw error;
      log(`${error.message}；1 秒后就地重做 / done again here in 1 s`);
      // Cut short when the system stops.
      await pause(BREATH, undefined, { signal: stopping }).catch(() => {});
      if (stopping.aborted) throw error;
    }
  }
}
