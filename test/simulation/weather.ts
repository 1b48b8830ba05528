import type { Random } from './random.ts';

/** How bad a time the system has: probabilities, drawn anew for each seed. */
export interface Weather {
  /** A call fails before it does anything: throttled, or its process died. */
  readonly refused: number;
  /** A call does its work, and its process dies before it hears of it. */
  readonly unheard: number;
  /** Reading, printing or making a summary fails, by a fault of ours that is repaired later. */
  readonly faulty: number;
  /** An index answers what stood there the last time. */
  readonly lagging: number;
  /** A message arrives twice. */
  readonly doubled: number;
  /** The event of an upload is never sent. */
  readonly lost: number;
  /** A message that was dealt with is not removed from its queue. */
  readonly unacknowledged: number;
  /** A version is deleted from the uploads bucket. */
  readonly deleted: number;
  /** An operator changes the register or the rules. */
  readonly changed: number;
  /** An operator purges a key. */
  readonly purged: number;
  /** An operator puts dead letters back. */
  readonly redriven: number;
  /** People act on what is there. */
  readonly acting: number;
  /** Longest time a message is on its way, milliseconds. */
  readonly delay: number;
}

/** Nothing fails: what the system must come to rest in. */
export const CALM: Weather = {
  refused: 0,
  unheard: 0,
  faulty: 0,
  lagging: 0,
  doubled: 0,
  lost: 0,
  unacknowledged: 0,
  deleted: 0,
  changed: 0,
  purged: 0,
  redriven: 0,
  acting: 0,
  delay: 0,
};

/**
 * The weather of a seed. Most kinds of trouble are absent from most seeds: a fault that hides behind
 * another then shows in one where that other does not happen.
 */
export function drawWeather(random: Random): Weather {
  const sometimes = (probabilities: readonly number[]): number =>
    random.chance(0.5) ? 0 : random.pick(probabilities);
  return {
    refused: sometimes([0.01, 0.05, 0.15]),
    unheard: sometimes([0.01, 0.05, 0.15]),
    faulty: sometimes([0.5, 0.9]),
    lagging: sometimes([0.1, 0.5]),
    doubled: sometimes([0.2, 0.6]),
    lost: sometimes([0.1, 0.4]),
    unacknowledged: sometimes([0.1, 0.4]),
    deleted: sometimes([0.1, 0.3]),
    changed: sometimes([0.2]),
    purged: sometimes([0.2, 0.5, 1]),
    redriven: sometimes([0.3]),
    acting: sometimes([0.3, 1, 1]),
    delay: random.pick([0, 1_000, 60_000, 600_000]),
  };
}
