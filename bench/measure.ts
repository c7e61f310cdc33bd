/** Median of numbers; the mean of the two middle ones when even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export interface Comparison {
  readonly name: string;
  /** What one run of ours and of the reference cost, in the same unit. */
  readonly ours: () => Promise<number>;
  readonly reference: () => Promise<number>;
  readonly unit: string;
  /** What was varied or repeated: "施策 200", "rows 5000". */
  readonly n: string;
  readonly rounds?: number;
}

/** Runs both in turn (A B A B …, after one warm-up each) and returns the line to print: medians and their ratio. */
export async function compare({ name, ours, reference, unit, n, rounds = 5 }: Comparison): Promise<string> {
  await ours();
  await reference();
  const oursCosts: number[] = [];
  const referenceCosts: number[] = [];
  for (let round = 0; round < rounds; round++) {
    oursCosts.push(await ours());
    referenceCosts.push(await reference());
  }
  const [a, b] = [median(oursCosts), median(referenceCosts)];
  return `bench ${name}: ratio ${(a / b).toFixed(2)} (${a.toFixed(3)} ${unit} / ${b.toFixed(3)} ${unit}, n=${n})`;
}

/** Milliseconds that some work took on the wall clock. */
export async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Milliseconds of the processor that some work took in this program, its workers among it. */
export async function userTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1_000;
}
