import type { ReactNode } from "react";
import { totalKey, valueAt, yearsOf, type PopulationSnapshot } from "#domain/strategy/published.ts";
import { figure } from "#kernel/figures.ts";

type Path = PopulationSnapshot["paths"][number];

const width = 640;
const height = 340;
const frame = { left: 28, right: 482, top: 40, bottom: 292 };
/** Signs of a name on one line right of the drawing. */
const nameLength = 11;
const lineHeight = 18;

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

/** Each path's name and last value at its end: right of the drawing, or below where it ends within. */
function EndNames({ lines, places }: { readonly lines: readonly Line[]; readonly places: Places }): ReactNode {
  let free = 0;
  return endsOf(lines, places)
    .toSorted((one, other) => one.y - other.y)
    .map((end) => {
      if (!end.isLast) return <InnerName key={end.code} end={end} />;
      const top = Math.max(free, end.y - ((end.words.length - 1) * lineHeight) / 2 + 5);
      free = top + end.words.length * lineHeight;
      return (
        <text key={end.code} y={round(top)} className="chart-value population-name">
          {end.words.map((word, index) => (
            <tspan key={word} x={round(end.x + 12)} dy={index === 0 ? 0 : lineHeight}>
              {word}
            </tspan>
          ))}
        </text>
      );
    });
}

interface End {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  /** Its name in short lines, then its last value. */
  readonly words: readonly string[];
  /** No path goes on further. */
  readonly isLast: boolean;
}

function endsOf(lines: readonly Line[], places: Places): End[] {
  const lastYear = Math.max(...lines.flatMap(({ points }) => points.map(({ year }) => year)));
  return lines.flatMap(({ path, points }) => {
    const last = points.at(-1);
    if (!last) return [];
    const words = [...inShortLines(path.name), `${figure(last.value, 0)}人`];
    const [x, y] = [places.x(last.year), places.y(last.value)];
    return [{ code: path.code, x, y, words, isLast: last.year === lastYear }];
  });
}

function inShortLines(name: string): string[] {
  const signs = [...name];
  return Array.from({ length: Math.ceil(signs.length / nameLength) }, (_, index) =>
    signs.slice(index * nameLength, (index + 1) * nameLength).join(""),
  );
}

/** Below the end, on the side where there is room. */
function InnerName({ end: { x, y, words } }: { readonly end: End }): ReactNode {
  const isAtStart = x < 150;
  return (
    <text
      x={round(isAtStart ? x : x - 4)}
      y={round(y + 24)}
      textAnchor={isAtStart ? "start" : "end"}
      className="chart-value population-name"
    >
      {`${words.slice(0, -1).join("")} ${words.at(-1)}`}
    </text>
  );
}

function diamond(x: number, y: number): string {
  return `M${round(x)} ${round(y - 7)}l7 7l-7 7l-7 -7Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
