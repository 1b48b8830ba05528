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
 * Counts against an allowance, `now` in milliseconds. Each function instance counts for itself: what this
 * stops is a program gone wild and the guessing of passwords, not a flood, which is the gateway's to stop.
 */
export interface Limiter {
  /** Seconds until `who` has something left; 0 for at once. */
  readonly wait: (who: string, now: number) => number;
  readonly take: (who: string, now: number) => void;
}

/** A limiter in which nobody has taken anything yet. */
export function limiter({ burst, perSecond }: Allowance): Limiter {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  const tokensOf = (who: string, now: number): number => {
    const { tokens, at } = buckets.get(who) ?? { tokens: burst, at: now };
    return Math.min(burst, tokens + ((now - at) / 1000) * perSecond);
  };
  return {
    wait(who, now) {
      const tokens = tokensOf(who, now);
      return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / perSecond);
    },
    take(who, now) {
      const tokens = Math.max(0, tokensOf(who, now) - 1);
      // Put anew, so that the map is in the order of use.
      buckets.delete(who);
      buckets.set(who, { tokens, at: now });
      if (buckets.size > MOST_BUCKETS) forgetOldest(buckets);
    },
  };
}

function forgetOldest(buckets: Map<string, unknown>): void {
  for (const oldest of buckets.keys()) {
    buckets.delete(oldest);
    return;
  }
}
