import type { ReactNode } from "react";
import { axisYear, figure } from "#kernel/figures.ts";
import {
  isDrawable,
  pointsOf,
  scaleOf,
  unbrokenRuns,
  type Frame,
  type Point,
  type Scale,
  type Series,
  type Target,
} from "#analysis/yearly-series.ts";

const width = 320;
const height = 212;
const frame: Frame = { left: 22, right: 298, top: 36, bottom: 180 };

interface ChartProps {
  readonly series: Series;
  /** Unique on the page. */
  readonly id: string;
}

interface PartProps {
  readonly series: Series;
  readonly scale: Scale;
}

/**
 * One indicator over the years: measured values as a line or bars, targets as a dashed line with their value, 「−」 as a
 * gap. Labels stand at their points, so that no legend is needed; the table beside it holds every number.
 */
export function IndicatorChart({ series, id }: ChartProps): ReactNode {
  if (!isDrawable(series)) return null;
  const scale = scaleOf(series, frame);
  const parts = { series, scale };
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="chart" role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{`${series.title}の推移`}</title>
      <desc id={`${id}-desc`}>{description(series)}</desc>
      <PlanPeriod {...parts} />
      <Axis {...parts} />
      <Targets {...parts} />
      {series.form === "bars" ? <Bars {...parts} /> : <Lines {...parts} />}
      <Gaps {...parts} />
      <PointLabels {...parts} />
    </svg>
  );
}

/** The chart in one sentence, for those who do not see it. */
function description(series: Series): string {
  const points = pointsOf(series);
  const say = (point: Point) => `${axisYear(point.year)}年度${figure(point.value, series.decimals)}${series.unit}`;
  const [first, last, target] = [points[0], points.at(-1), series.targets.at(-1)];
  const measured =
    first && last && first.year !== last.year ? `${say(first)}から${say(last)}。` : last ? `${say(last)}。` : "";
  return `${measured}${target ? `目標は${axisYear(target.year)}年度に${targetFigure(series, target)}。` : ""}`;
}

function targetFigure({ decimals, unit }: Series, { value, upper }: Target): string {
  return upper === null
    ? `${figure(value, decimals)}${unit}`
    : `${figure(value, decimals)}〜${figure(upper, decimals)}${unit}`;
}

/** The years of the plan, shaded, so that one sees what is past and what is promised. */
function PlanPeriod({ series, scale }: PartProps): ReactNode {
  const years = scale.years.filter((year) => year >= series.period.startYear && year <= series.period.endYear);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const half = halfStep(scale);
  const x = Math.max(0, scale.x(first) - half);
  const shaded = Math.min(width, scale.x(last) + half) - x;
  return (
    <g>
      <rect x={round(x)} y={6} width={round(shaded)} height={frame.bottom - 6} rx={4} className="chart-period" />
      {shaded > 60 && (
        <text x={round(x + 6)} y={20} className="chart-note">
          計画期間
        </text>
      )}
    </g>
  );
}

function Axis({ scale }: PartProps): ReactNode {
  const every = scale.years.length > 12 ? 2 : 1;
  const last = scale.years.length - 1;
  return (
    <g>
      <line x1={4} x2={width - 4} y1={frame.bottom} y2={frame.bottom} className="chart-axis" />
      {scale.years.map((year, index) =>
        (last - index) % every === 0 ? (
          <text key={year} x={round(scale.x(year))} y={frame.bottom + 20} className="chart-year">
            {axisYear(year)}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Lines({ series, scale }: PartProps): ReactNode {
  return (
    <g>
      {unbrokenRuns(series).map((run) => (
        <polyline
          key={run[0]?.year}
          points={run.map(({ year, value }) => `${round(scale.x(year))},${round(scale.y(value))}`).join(" ")}
          className="chart-line"
        />
      ))}
      {pointsOf(series).map(({ year, value }) => (
        <circle
          key={year}
          cx={round(scale.x(year))}
          cy={round(scale.y(value))}
          r={4}
          className={year === series.baseline?.year ? "chart-baseline" : "chart-dot"}
        />
      ))}
    </g>
  );
}

function Bars({ series, scale }: PartProps): ReactNode {
  const wide = Math.min(22, halfStep(scale) * 1.2);
  const foot = scale.y(Math.max(0, scale.floor));
  return (
    <g>
      {pointsOf(series).map(({ year, value }) => (
        <rect
          key={year}
          x={round(scale.x(year) - wide / 2)}
          y={round(Math.min(foot, scale.y(value)))}
          width={round(wide)}
          height={round(Math.max(1, Math.abs(foot - scale.y(value))))}
          className={year === series.baseline?.year ? "chart-bar chart-bar-baseline" : "chart-bar"}
        />
      ))}
    </g>
  );
}

/** 「−」 where a year has no value: at the foot, where nobody takes it for a number. */
function Gaps({ series, scale }: PartProps): ReactNode {
  return series.actuals
    .filter(({ value }) => value === null)
    .map(({ year }) => (
      <text key={year} x={round(scale.x(year))} y={frame.bottom - 6} className="chart-gap">
        −
      </text>
    ));
}

function Targets({ series, scale }: PartProps): ReactNode {
  const last = series.targets.at(-1);
  if (!last) return null;
  const y = round(scale.y(last.value));
  return (
    <g>
      {last.upper !== null && (
        <rect
          x={8}
          y={round(scale.y(last.upper))}
          width={width - 8}
          height={round(scale.y(last.value) - scale.y(last.upper))}
          className="chart-range"
        />
      )}
      <line x1={4} x2={width - 4} y1={y} y2={y} className="chart-target" />
      {last.upper !== null && (
        <line
          x1={8}
          x2={width - 8}
          y1={round(scale.y(last.upper))}
          y2={round(scale.y(last.upper))}
          className="chart-target"
        />
      )}
      {series.targets.map((target) => (
        <path
          key={target.year}
          d={diamond(scale.x(target.year), scale.y(target.value), target === last ? 6 : 4)}
          className="chart-target-mark"
        />
      ))}
      <text x={width - 4} y={targetLabelPlace(series, scale, last)} className="chart-target-label">
        {`目標 ${targetFigure(series, last)}`}
      </text>
    </g>
  );
}

/** Above the line when the way goes up to it, below when it goes down: so it never lies on the measured values. */
function targetLabelPlace(series: Series, scale: Scale, target: Target): number {
  const latest = pointsOf(series).at(-1);
  const isAbove = !latest || (target.upper ?? target.value) >= latest.value;
  return round(isAbove ? scale.y(target.upper ?? target.value) - 11 : scale.y(target.value) + 22);
}

/** The first and the latest value, written at their points; the baseline is named. */
function PointLabels({ series, scale }: PartProps): ReactNode {
  const points = pointsOf(series);
  const [first, second, latest] = [points[0], points[1], points.at(-1)];
  if (!first || !latest) return null;
  const isFar = latest.year - first.year > 2;
  const isRising = second !== undefined && second.value > first.value && series.form === "line";
  return (
    <g>
      {isFar && (
        <text
          x={round(scale.x(first.year) - 10)}
          y={round(scale.y(first.value) + (isRising ? 21 : -11))}
          className="chart-value"
        >
          {figure(first.value, series.decimals)}
        </text>
      )}
      {series.baseline && series.baseline.year !== first.year && latest.year - series.baseline.year > 1 && (
        <text
          x={round(scale.x(series.baseline.year))}
          y={round(scale.y(series.baseline.value) + (isPromisedAbove(series, latest) ? -11 : 22))}
          className="chart-baseline-label"
        >
          基準
        </text>
      )}
      <LatestLabel series={series} scale={scale} point={latest} />
    </g>
  );
}

/** Whether the way from the latest value to the target leads upwards, or along. */
function isPromisedAbove(series: Series, latest: Point): boolean {
  const target = series.targets.at(-1);
  return series.form === "bars" || target === undefined || target.value >= latest.value;
}

/** The latest value, on the side where no target stands: to the right and away from the way to the target. */
function LatestLabel({ series, scale, point }: PartProps & { readonly point: Point }): ReactNode {
  const isBelow = series.form === "line" && isPromisedAbove(series, point);
  const x = scale.x(point.year);
  const isAtEnd = x > width - 90;
  const isBaseline = point.year === series.baseline?.year;
  const [dx, dy] = series.form === "bars" ? [isAtEnd ? 14 : -10, -9] : [isAtEnd ? 10 : 5, isBelow ? 21 : -10];
  return (
    <text
      x={round(x + dx)}
      y={round(scale.y(point.value) + dy)}
      textAnchor={isAtEnd ? "end" : "start"}
      className="chart-latest"
    >
      {`${isBaseline ? "基準 " : ""}${figure(point.value, series.decimals)}${series.unit}`}
    </text>
  );
}

function halfStep({ years, x }: Scale): number {
  const [first, second] = years;
  return first === undefined || second === undefined ? 24 : (x(second) - x(first)) / 2;
}

function diamond(x: number, y: number, size: number): string {
  return `M${round(x)} ${round(y - size)}l${size} ${size}l${-size} ${size}l${-size} ${-size}Z`;
}

/** One decimal is finer than any screen and keeps pages small. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
