/** What a chart of yearly values shows, whatever the values are of. */
export interface Series {
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly form: "line" | "bars";
  readonly baseline: Point | undefined;
  readonly actuals: readonly Actual[];
  readonly targets: readonly Target[];
  /** Fiscal years to shade: the plan's period. */
  readonly period: { readonly startYear: number; readonly endYear: number };
}

export interface Point {
  readonly year: number;
  readonly value: number;
}

/** A measured value; null where nothing is known (「−」), which is a gap and never zero. */
export interface Actual {
  readonly year: number;
  readonly value: number | null;
}

export interface Target extends Point {
  /** The upper end, where the target is a range. */
  readonly upper: number | null;
}

/** Places inside a drawing: years to the right, values upwards. */
export interface Scale {
  readonly years: readonly number[];
  x(year: number): number;
  y(value: number): number;
  /** The value at the foot of the plot: 0 under bars. */
  readonly floor: number;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether there is anything to draw: two numbers at least, of which one was measured. */
export function isDrawable({ baseline, actuals, targets }: Series): boolean {
  const measured = actuals.filter(({ value }) => value !== null).length + (baseline ? 1 : 0);
  return measured > 0 && measured + targets.length > 1;
}

/** The scale that fits a series into a frame. Bars stand on zero; lines use the height, with room above and below. */
export function scaleOf(series: Series, frame: Frame): Scale {
  const points = [...pointsOf(series), ...series.targets];
  const years = spanOf([...points.map(({ year }) => year), ...series.actuals.map(({ year }) => year)]);
  const values = [...points.map(({ value }) => value), ...series.targets.map(({ value, upper }) => upper ?? value)];
  const low = Math.min(...values, ...(series.form === "bars" ? [0] : []));
  const high = Math.max(...values, ...(series.form === "bars" ? [0] : []));
  const room = (high - low || Math.abs(high) || 1) * 0.16;
  const floor = series.form === "bars" && low === 0 ? 0 : low - room * 1.6;
  const perUnit = (frame.bottom - frame.top) / (high + room - floor);
  const step = years.length > 1 ? (frame.right - frame.left) / (years.length - 1) : 0;
  const first = years[0] ?? 0;
  return {
    years,
    floor,
    x: (year) => frame.left + (year - first) * step,
    y: (value) => frame.bottom - (value - floor) * perUnit,
  };
}

/** The measured numbers in order of year; the baseline is one of them where its year has no other. */
export function pointsOf({ baseline, actuals }: Series): Point[] {
  const measured = actuals.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]));
  const isKnown = baseline && measured.some(({ year }) => year === baseline.year);
  return [...measured, ...(baseline && !isKnown ? [baseline] : [])].sort((a, b) => a.year - b.year);
}

/** Runs of points without a 「−」 between them: a line is drawn only inside one. */
export function unbrokenRuns(series: Series): Point[][] {
  const gaps = series.actuals.filter(({ value }) => value === null).map(({ year }) => year);
  const runs: Point[][] = [];
  for (const point of pointsOf(series)) {
    const last = runs.at(-1)?.at(-1);
    const isBroken = last === undefined || gaps.some((year) => year > last.year && year < point.year);
    if (isBroken) runs.push([point]);
    else runs.at(-1)?.push(point);
  }
  return runs;
}

function spanOf(years: readonly number[]): number[] {
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}
