/** Chance that can be replayed: the same seed, the same draws. */
export interface Random {
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** A whole number from 0 up to, but without, `limit`. */
  readonly below: (limit: number) => number;
  /** One of several; throws if there are none. */
  readonly pick: <T>(choices: readonly T[]) => T;
}

/** Draws for a seed, a whole number from 0 to 2³² − 1. */
export function randomFrom(seed: number): Random {
  const fraction = mulberry32(seed);
  const below = (limit: number): number => Math.floor(fraction() * limit);
  return {
    chance: (probability) => fraction() < probability,
    below,
    pick(choices) {
      if (choices.length === 0) throw new Error('nothing to pick from');
      return choices[below(choices.length)] as (typeof choices)[number];
    },
  };
}

/** Mulberry32 by Tommy Ettinger (public domain): fractions from 0 up to, but without, 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
