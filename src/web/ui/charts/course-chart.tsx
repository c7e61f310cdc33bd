import type { ReactNode } from "react";
import { axisYear, figure } from "#kernel/figures.ts";
import {
  pointsOf,
  scaleOf,
  unbrokenRuns,
  type Actual,
  type Frame,
  type Point,
  type Scale,
  type Series,
} from "#analysis/yearly-series.ts";

/** The course of a municipality's value through the years, beside the middle of those it is compared with. */
export interface Course {
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  /** Whose values the strong line shows. */
  readonly ownName: string;
  readonly own: readonly Actual[];
  /** What the thin line shows (「県内の中央値」); without values there is none. */
  readonly otherName: string;
  readonly other: readonly Actual[];
}

const width = 360;
const height = 252;
const frame: Frame = { left: 24, right: 336, top: 64, bottom: 216 };

/** Whether there are two years at least to draw a line between. */
export function isCourseDrawable({ own, other }: Course): boolean {
  return new Set([...own, ...other].filter(({ value }) => value !== null).map(({ year }) => year)).size > 1;
}

/** Values over the years as a line, with the median as a dashed one; 「−」 is a gap. The table beside it has every number. */
export function CourseChart({ course, id }: { readonly course: Course; readonly id: string }): ReactNode {
  if (!isCourseDrawable(course)) return null;
  const [own, other] = [seriesOf(course, course.own), seriesOf(course, course.other)];
  const scale = scaleOf(seriesOf(course, [...course.own, ...course.other]), frame);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="chart chart-wide"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{`${course.title}の推移`}</title>
      <desc id={`${id}-desc`}>{description(course)}</desc>
      <Years scale={scale} />
      <Runs series={other} scale={scale} className="chart-median" />
      <Runs series={own} scale={scale} className="chart-line" />
      {pointsOf(own).map(({ year, value }) => (
        <circle key={year} cx={round(scale.x(year))} cy={round(scale.y(value))} r={3} className="chart-dot" />
      ))}
      {course.own
        .filter(({ value }) => value === null)
        .map(({ year }) => (
          <text key={year} x={round(scale.x(year))} y={frame.bottom - 6} className="chart-gap">
            −
          </text>
        ))}
      <LineName place={0} name={course.ownName} point={lastOf(own)} course={course} />
      <LineName place={1} name={course.otherName} point={lastOf(other)} course={course} />
    </svg>
  );
}

function seriesOf({ title, unit, decimals }: Course, actuals: readonly Actual[]): Series {
  const noPlan = { startYear: 0, endYear: -1 };
  return { title, unit, decimals, form: "line", baseline: undefined, actuals, targets: [], period: noPlan };
}

function lastOf(series: Series): Point | undefined {
  return pointsOf(series).at(-1);
}

/** The picture in a sentence, for those who do not see it. */
function description(course: Course): string {
  const points = pointsOf(seriesOf(course, course.own));
  const say = ({ year, value }: Point) => `${axisYear(year)}年度${figure(value, course.decimals)}${course.unit}`;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${course.ownName}の値はありません。`;
  return first.year === last.year
    ? `${course.ownName}は${say(last)}。`
    : `${course.ownName}は${say(first)}から${say(last)}。`;
}

function Years({ scale }: { readonly scale: Scale }): ReactNode {
  const every = Math.ceil(scale.years.length / 7);
  const last = scale.years.length - 1;
  return (
    <g>
      <line x1={6} x2={width - 6} y1={frame.bottom} y2={frame.bottom} className="chart-axis" />
      {scale.years.map((year, index) =>
        (last - index) % every === 0 ? (
          <text key={year} x={round(scale.x(year))} y={frame.bottom + 22} className="chart-year">
            {axisYear(year)}
          </text>
        ) : null,
      )}
    </g>
  );
}

interface RunsProps {
  readonly series: Series;
  readonly scale: Scale;
  readonly className: string;
}

function Runs({ series, scale, className }: RunsProps): ReactNode {
  return unbrokenRuns(series).map((run) => (
    <polyline
      key={run[0]?.year}
      points={run.map(({ year, value }) => `${round(scale.x(year))},${round(scale.y(value))}`).join(" ")}
      className={className}
    />
  ));
}

interface LineNameProps {
  /** The strong line is 0, the dashed one 1. */
  readonly place: 0 | 1;
  readonly name: string;
  readonly point: Point | undefined;
  readonly course: Course;
}

/** A line's name and newest value above the plot, with a piece of the line: there it never lies on another. */
function LineName({ place, name, point, course }: LineNameProps): ReactNode {
  if (!point) return null;
  const y = place === 0 ? 18 : 40;
  return (
    <g>
      <line x1={8} x2={36} y1={y - 5} y2={y - 5} className={place === 0 ? "chart-line" : "chart-median"} />
      <text x={44} y={y} className={place === 0 ? "chart-latest" : "chart-median-label"}>
        {`${name} ${figure(point.value, course.decimals)}${course.unit}（${axisYear(point.year)}）`}
      </text>
    </g>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
