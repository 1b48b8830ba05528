import type { Random } from './random.ts';

/** Callers that wait for their turn: only one goes on at a time, and who is next is drawn. */
export interface Turns {
  /** Resolves when it is the caller's turn, which does not come before a time of the clock. */
  readonly wait: (notBefore?: number) => Promise<void>;
  /** The earliest time at which somebody can have a turn; null if nobody waits. */
  readonly nextDue: () => number | null;
  /** Gives one caller whose time has come its turn; resolves when everybody waits again or is done. */
  readonly next: (now: number) => Promise<void>;
}

interface Caller {
  readonly notBefore: number;
  readonly goOn: () => void;
}

export function makeTurns(random: Random): Turns {
  const waiting = new Set<Caller>();
  return {
    wait: (notBefore = 0) =>
      new Promise((goOn) => {
        waiting.add({ notBefore, goOn });
      }),
    nextDue: () => earliest([...waiting].map(({ notBefore }) => notBefore)),
    async next(now) {
      const drawn = random.pick([...waiting].filter(({ notBefore }) => notBefore <= now));
      waiting.delete(drawn);
      drawn.goOn();
      await everybodyWaits();
    },
  };
}

/** The least of some times; null if there are none. */
export const earliest = (times: readonly number[]): number | null =>
  times.length === 0 ? null : Math.min(...times);

/** The ports of a simulation wait for promises alone, and those are all through before this is. */
export const everybodyWaits = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
