import type { ReactNode } from "react";
import { totalKey, valueAt, yearsOf, type PopulationSnapshot } from "#domain/strategy/published.ts";
import { figure } from "#kernel/figures.ts";

type Path = PopulationSnapshot["paths"][number];

const width = 640;
const height = 340;
const frame = { left: 28, right: 612, top: 40, bottom: 292 };

interface Point {
  readonly year: number;
  readonly value: number;
}

interface Line {
  readonly path: Path;
  readonly points: readonly Point[];
}

/** Where a year and a number of people stand in the drawing. */
interface Places {
  x(year: number): number;
  y(value: number): number;
}

function linesOf({ paths }: Pick<PopulationSnapshot, "paths">): Line[] {
  return paths
    .map((path) => ({
      path,
      points: yearsOf(path.figures).flatMap((year) => {
        const value = valueAt(path.figures, year, totalKey);
        return value === undefined ? [] : [{ year, value }];
      }),
    }))
    .filter(({ points }) => points.length > 0);
}

/** Whether there are two years at least to draw a line between. */
export function isPopulationDrawable(population: Pick<PopulationSnapshot, "paths">): boolean {
  return new Set(linesOf(population).flatMap(({ points }) => points.map(({ year }) => year))).size > 1;
}

/**
 * Paths of the total population over the years. Lines differ by their strokes and are named at their ends, so that colour says
 * nothing alone; an aim is a diamond with its words. The table beside it has every number.
 */
export function PopulationChart({
  population,
  id,
}: {
  readonly population: PopulationSnapshot;
  readonly id: string;
}): ReactNode {
  if (!isPopulationDrawable(population)) return null;
  const lines = linesOf(population);
  const places = placesFor([...lines.flatMap(({ points }) => points), ...population.aims]);
  return (
    <>
      <p className="population-hint">図は横に動かすと、続きを見られます。</p>
      <div className="population-frame" role="region" aria-label="人口の推計の図" tabIndex={0}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className="chart population-chart hue-1"
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
        >
          <title id={`${id}-title`}>人口の推計</title>
          <desc id={`${id}-desc`}>{description(lines, population)}</desc>
          <Years lines={lines} places={places} />
          {lines.map((line) => (
            <PathLine key={line.path.code} line={line} places={places} />
          ))}
          <EndNames lines={lines} places={places} />
          {population.aims.map(({ name, year, value }) => (
            <g key={`${name}${year}`}>
              <path d={diamond(places.x(year), places.y(value))} className="chart-target-mark" />
              <text x={round(places.x(year) + 10)} y={round(places.y(value) - 8)} className="population-aim">
                {`目標 ${figure(value, 0)}人`}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </>
  );
}

function placesFor(points: readonly Point[]): Places {
  const years = points.map(({ year }) => year);
  const values = points.map(({ value }) => value);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || high || 1) * 0.15;
  return {
    x: (year) => frame.left + along(year, first, last) * (frame.right - frame.left),
    y: (value) => frame.bottom - along(value, Math.max(0, low - room), high + room) * (frame.bottom - frame.top),
  };
}

/** How far a value lies between two others: 0 at the first, 1 at the last. */
function along(value: number, from: number, to: number): number {
  return to === from ? 0.5 : (value - from) / (to - from);
}

/** The picture in sentences, for those who do not see it. */
function description(lines: readonly Line[], { aims }: PopulationSnapshot): string {
  const courses = lines.map(({ path, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    return first && last
      ? `${path.name}は${first.year}年${figure(first.value, 0)}人から${last.year}年${figure(last.value, 0)}人。`
      : "";
  });
  return [
    ...courses,
    ...aims.map(({ name, year, value }) => `目標「${name}」は${year}年に${figure(value, 0)}人。`),
  ].join("");
}

function Years({ lines, places }: { readonly lines: readonly Line[]; readonly places: Places }): ReactNode {
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ year }) => year)))].toSorted((a, b) => a - b);
  const every = Math.ceil(years.length / 9);
  return (
    <g>
      <line x1={8} x2={width - 8} y1={frame.bottom} y2={frame.bottom} className="chart-axis" />
      {years.map((year, index) =>
        (years.length - 1 - index) % every === 0 ? (
          <text key={year} x={round(places.x(year))} y={frame.bottom + 24} className="chart-year">
            {year}
          </text>
        ) : null,
      )}
    </g>
  );
}

const strokes: Readonly<Record<Path["kind"], string>> = {
  record: "chart-line",
  reference: "chart-median",
  own: "chart-line population-own",
};

function PathLine({ line: { path, points }, places }: { readonly line: Line; readonly places: Places }): ReactNode {
  return (
    <g>
      <polyline
        points={points.map(({ year, value }) => `${round(places.x(year))},${round(places.y(value))}`).join(" ")}
        className={strokes[path.kind]}
      />
      {points.map(({ year, value }) => (
        <circle
          key={year}
          cx={round(places.x(year))}
          cy={round(places.y(value))}
          r={path.kind === "reference" ? 2.5 : 3.5}
          className={path.kind === "reference" ? "population-dot" : "chart-dot"}
        />
      ))}
    </g>
  );
}

/** Each path's last value and name at its end, below a falling line; those that would lie on each other are moved apart. */
function EndNames({ lines, places }: { readonly lines: readonly Line[]; readonly places: Places }): ReactNode {
  let lowest = Number.NEGATIVE_INFINITY;
  const ends = lines
    .flatMap(({ path, points }) => {
      const last = points.at(-1);
      const isFalling = last !== undefined && last.value < (points[0]?.value ?? 0);
      return last ? [{ path, last, y: places.y(last.value) + (isFalling ? 24 : -12) }] : [];
    })
    .toSorted((one, other) => one.y - other.y)
    .map((end) => {
      lowest = Math.max(end.y, lowest + 20);
      return { ...end, y: lowest };
    });
  return ends.map(({ path, last, y }) => {
    const x = places.x(last.year);
    const isAtStart = x < 220;
    return (
      <text
        key={path.code}
        x={round(isAtStart ? x : x > width - 60 ? width - 8 : x - 4)}
        y={round(y)}
        textAnchor={isAtStart ? "start" : "end"}
        className="chart-value population-name"
      >
        {`${path.name} ${figure(last.value, 0)}人`}
      </text>
    );
  });
}

function diamond(x: number, y: number): string {
  return `M${round(x)} ${round(y - 7)}l7 7l-7 7l-7 -7Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
