/** A bucket of tokens: one is taken by every request, and they come back with time. */
export interface Allowance {
  /** Requests that may come at once. */
  readonly burst: number;
  /** Requests that may come on and on. */
  readonly perSecond: number;
}

/** Buckets that are remembered; beyond, the one that was used longest ago is forgotten. */
const MOST_BUCKETS = 10_000;

/**
 * Seconds to wait before the next request of `who`; 0 when this one is let through. Each function
 * instance counts for itself: what this stops is a program gone wild and the guessing of passwords, not
 * a flood, which is the gateway's to stop.
 */
export type Limiter = (who: string, now: number) => number;

/** Counts requests against an allowance; `now` in milliseconds. */
export function limiter({ burst, perSecond }: Allowance): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (who, now) => {
    const known = buckets.get(who) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, known.tokens + ((now - known.at) / 1000) * perSecond);
    const isLet = tokens >= 1;
    // Put anew, so that the map is in the order of use.
    buckets.delete(who);
    buckets.set(who, { tokens: isLet ? tokens - 1 : tokens, at: now });
    if (buckets.size > MOST_BUCKETS) forgetOldest(buckets);
    return isLet ? 0 : Math.ceil((1 - tokens) / perSecond);
  };
}

function forgetOldest(buckets: Map<string, unknown>): void {
  for (const oldest of buckets.keys()) {
    buckets.delete(oldest);
    return;
  }
}
