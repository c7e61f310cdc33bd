import type { Clock } from "#kernel/clock.ts";

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

export interface RateLimit {
  /** Takes one token of the key; false when none is left. */
  take(key: string): boolean;
}

const sweepAbove = 10_000;

/** A token bucket per key in this process: `burst` at once, refilled at `perMinute`. */
export function rateLimit(clock: Clock, limits: { readonly burst: number; readonly perMinute: number }): RateLimit {
  const buckets = new Map<string, Bucket>();
  const refilled = (bucket: Bucket, at: number) =>
    Math.min(limits.burst, bucket.tokens + ((at - bucket.at) / 60_000) * limits.perMinute);
  const sweep = (at: number) => {
    for (const [key, bucket] of buckets) if (refilled(bucket, at) >= limits.burst) buckets.delete(key);
  };
  return {
    take(key) {
      const at = clock.now().getTime();
      if (buckets.size > sweepAbove) sweep(at);
      const tokens = refilled(buckets.get(key) ?? { tokens: limits.burst, at }, at);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      return tokens >= 1;
    },
  };
}
