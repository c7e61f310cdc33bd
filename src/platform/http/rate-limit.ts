import type { Clock } from "#kernel/clock.ts";

interface Bucket {
  readonly tokens: number;
  readonly at: number;
  readonly pace: Pace;
}

/** A token bucket: `burst` at once, refilled at `perMinute`. */
export interface Pace {
  readonly burst: number;
  readonly perMinute: number;
}

export interface RateLimit {
  /** Takes one token of the key; false when none is left. */
  take(key: string): boolean;
}

/** The same where each call brings its own pace: a setting of the city, which may change while the process runs. */
export interface PacedLimit {
  take(key: string, pace: Pace): boolean;
}

const sweepAbove = 10_000;

/** A token bucket per key in this process, all of one pace. */
export function rateLimit(clock: Clock, pace: Pace): RateLimit {
  const limit = pacedLimit(clock);
  return { take: (key) => limit.take(key, pace) };
}

/** A token bucket per key in this process. */
export function pacedLimit(clock: Clock): PacedLimit {
  const buckets = new Map<string, Bucket>();
  const refilled = ({ tokens, at }: Bucket, { burst, perMinute }: Pace, now: number) =>
    Math.min(burst, tokens + ((now - at) / 60_000) * perMinute);
  const sweep = (now: number) => {
    for (const [key, bucket] of buckets)
      if (refilled(bucket, bucket.pace, now) >= bucket.pace.burst) buckets.delete(key);
  };
  return {
    take(key, pace) {
      const at = clock.now().getTime();
      if (buckets.size > sweepAbove) sweep(at);
      const bucket = buckets.get(key);
      const tokens = bucket ? refilled(bucket, pace, at) : pace.burst;
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at, pace });
      return tokens >= 1;
    },
  };
}
