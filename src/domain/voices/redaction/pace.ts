/** A check of a copy: who, when, and how many points the voice has (one at least: a voice without points was read, too). */
export interface Check {
  readonly by: string;
  readonly at: Date;
  readonly points: number;
}

const longestPause = 10; // minutes: a longer one is no work on the queue

/** Points per hour (1時間あたりの論点の数), from the checks that followed one another; undefined before two did. */
export function pointsPerHour(checks: readonly Check[]): number | undefined {
  let points = 0;
  let milliseconds = 0;
  const last = new Map<string, Date>();
  for (const { by, at, points: read } of checks.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const gap = at.getTime() - (last.get(by)?.getTime() ?? Number.NEGATIVE_INFINITY);
    if (gap <= longestPause * 60_000) {
      points += read;
      milliseconds += gap;
    }
    last.set(by, at);
  }
  return milliseconds === 0 ? undefined : Math.round((points / milliseconds) * 3_600_000);
}
