import {
  pointsOf,
  scaleOf,
  unbrokenRuns,
  type Frame,
  type Point,
  type Scale,
  type Series,
} from "#analysis/yearly-series.ts";
import { axisYear, figure as signedFigure } from "#kernel/figures.ts";
import type { Hue } from "./hues.ts";

/** Size of a drawing, in points as they are printed. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Drawing {
  readonly series: Series;
  readonly scale: Scale;
  readonly frame: Frame;
  readonly hue: Hue;
}

const ink = "#333333";
const quiet = "#5b5b5b";

/**
 * A chart as SVG for print: measured values as a line or bars, the target as a dashed line with its value, 「−」 where nothing is
 * known. Every text is escaped; the font is the paper's own.
 */
export function chartSvg(series: Series, { width, height }: Size, hue: Hue): string {
  const frame = { left: 26, right: width - 30, top: 40, bottom: height - 20 };
  const drawing = { series, scale: scaleOf(series, frame), frame, hue };
  const parts = [
    nameAbove(series, width),
    period(drawing),
    axis(drawing),
    target(drawing),
    series.form === "bars" ? bars(drawing) : lines(drawing),
    gaps(drawing),
    labels(drawing),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="BIZ UDPGothic" font-size="8" fill="${ink}">${parts.join("")}</svg>`;
}

function nameAbove({ title, unit }: Series, width: number): string {
  const whole = `${title}（${unit}）`;
  const size = Math.min(9, (width - 4) / whole.length);
  return `<text x="0" y="10" font-size="${round(size)}" font-weight="700">${escaped(whole)}</text>`;
}

/** The years of the plan, shaded. */
function period({ series, scale, frame, hue }: Drawing): string {
  const years = scale.years.filter((year) => year >= series.period.startYear && year <= series.period.endYear);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return "";
  const half = halfStep(scale);
  const x = Math.max(0, scale.x(first) - half);
  const wide = Math.min(frame.right + 30, scale.x(last) + half) - x;
  const word = wide > 50 ? `<text x="${round(x + 4)}" y="29" font-size="6.5" fill="${quiet}">計画期間</text>` : "";
  return `<rect x="${round(x)}" y="20" width="${round(wide)}" height="${round(frame.bottom - 20)}" fill="${hue.pale}"/>${word}`;
}

function axis({ scale, frame }: Drawing): string {
  const every = Math.ceil(scale.years.length / 12);
  const last = scale.years.length - 1;
  const years = scale.years.map((year, index) =>
    (last - index) % every === 0
      ? text(scale.x(year), frame.bottom + 12, axisYear(year), `text-anchor="middle" fill="${quiet}"`)
      : "",
  );
  return `<path d="M0 ${frame.bottom}H${frame.right + 30}" stroke="${quiet}" stroke-width="0.6"/>${years.join("")}`;
}

function lines({ series, scale, hue }: Drawing): string {
  const runs = unbrokenRuns(series).map((run) => {
    const points = run.map(({ year, value }) => `${round(scale.x(year))},${round(scale.y(value))}`).join(" ");
    return `<polyline points="${points}" fill="none" stroke="${hue.strong}" stroke-width="1.6"/>`;
  });
  const dots = pointsOf(series).map(({ year, value }) => {
    const isBaseline = year === series.baseline?.year;
    return `<circle cx="${round(scale.x(year))}" cy="${round(scale.y(value))}" r="2.6" fill="${isBaseline ? "#ffffff" : hue.strong}" stroke="${hue.strong}" stroke-width="1.4"/>`;
  });
  return runs.join("") + dots.join("");
}

function bars({ series, scale, hue }: Drawing): string {
  const wide = Math.min(18, halfStep(scale) * 1.1);
  const foot = scale.y(Math.max(0, scale.floor));
  return pointsOf(series)
    .map(({ year, value }) => {
      const fill = year === series.baseline?.year ? hue.line : hue.strong;
      const [top, tall] = [Math.min(foot, scale.y(value)), Math.max(0.6, Math.abs(foot - scale.y(value)))];
      return `<rect x="${round(scale.x(year) - wide / 2)}" y="${round(top)}" width="${round(wide)}" height="${round(tall)}" fill="${fill}"/>`;
    })
    .join("");
}

/** 「−」 at the foot of a year without value. */
function gaps({ series, scale, frame }: Drawing): string {
  return series.actuals
    .filter(({ value }) => value === null)
    .map(({ year }) => text(scale.x(year), frame.bottom - 4, "−", 'text-anchor="middle"'))
    .join("");
}

function target({ series, scale, frame }: Drawing): string {
  const last = series.targets.at(-1);
  if (!last) return "";
  const end = frame.right + 30;
  const dashed = (value: number) =>
    `<path d="M0 ${round(scale.y(value))}H${end}" stroke="${ink}" stroke-width="0.8" stroke-dasharray="4 2.5"/>`;
  const marks = series.targets.map(
    ({ year, value }) =>
      `<path d="${diamond(scale.x(year), scale.y(value), 2.8)}" fill="#ffffff" stroke="${ink}" stroke-width="0.9"/>`,
  );
  return (
    dashed(last.value) +
    (last.upper === null ? "" : dashed(last.upper)) +
    marks.join("") +
    targetLabel({ series, scale, frame }, end)
  );
}

/** Above the line when the way goes up to it, below when it goes down: so it never lies on the measured values. */
function targetLabel({ series, scale, frame }: Omit<Drawing, "hue">, end: number): string {
  const last = series.targets.at(-1);
  if (!last) return "";
  const latest = pointsOf(series).at(-1);
  const isAbove = !latest || (last.upper ?? last.value) >= latest.value;
  const y = isAbove ? scale.y(last.upper ?? last.value) - 5 : Math.min(frame.bottom - 2, scale.y(last.value) + 11);
  const words =
    last.upper === null
      ? figure(last.value, series.decimals)
      : `${figure(last.value, series.decimals)}〜${figure(last.upper, series.decimals)}`;
  return text(end, y, `目標 ${words}`, 'text-anchor="end" font-weight="700" font-size="8"');
}

/** The first and the latest value at their points. */
function labels({ series, scale, hue }: Drawing): string {
  const points = pointsOf(series);
  const [first, latest] = [points[0], points.at(-1)];
  if (!first || !latest) return "";
  const isBelow = series.form === "line" && (series.targets.at(-1)?.value ?? latest.value) >= latest.value;
  const style = `text-anchor="middle" font-weight="700" fill="${hue.strong}"`;
  const label = (point: Point, below: boolean) => {
    const words = `${point.year === series.baseline?.year ? "基準 " : ""}${figure(point.value, series.decimals)}`;
    return text(Math.max(18, scale.x(point.year)), scale.y(point.value) + (below ? 13 : -6), words, style);
  };
  return (latest.year - first.year > 1 ? label(first, isBelow) : "") + label(latest, isBelow);
}

function text(x: number, y: number, words: string, more: string): string {
  return `<text x="${round(x)}" y="${round(y)}" ${more}>${escaped(words)}</text>`;
}

/** Below zero with 「△」, as official papers write it. */
function figure(value: number, decimals: number): string {
  return signedFigure(value, decimals).replace("−", "△");
}

function halfStep({ years, x }: Scale): number {
  const [first, second] = years;
  return first === undefined || second === undefined ? 20 : (x(second) - x(first)) / 2;
}

function diamond(x: number, y: number, size: number): string {
  return `M${round(x)} ${round(y - size)}l${size} ${size}l${-size} ${size}l${-size} ${-size}Z`;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Hundredths of a point are finer than any printer. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
