import type { ReactNode } from "react";
import { isDrawable, pointsOf, scaleOf, unbrokenRuns, type Frame, type Series } from "#analysis/yearly-series.ts";

const frame: Frame = { left: 6, right: 114, top: 7, bottom: 33 };

/** The course of an indicator at a glance, beside the numbers that say it: line, latest point, target as a dashed line. */
export function Sparkline({ series }: { readonly series: Series }): ReactNode {
  if (!isDrawable(series)) return <span className="spark-none">−</span>;
  const scale = scaleOf({ ...series, form: "line" }, frame);
  const latest = pointsOf(series).at(-1);
  const target = series.targets.at(-1);
  const place = (year: number, value: number) => `${round(scale.x(year))},${round(scale.y(value))}`;
  return (
    <svg viewBox="0 0 120 40" className="spark" aria-hidden="true" focusable="false">
      {target && (
        <line
          x1="2"
          x2="118"
          y1={round(scale.y(target.value))}
          y2={round(scale.y(target.value))}
          className="chart-target"
        />
      )}
      {unbrokenRuns(series).map((run) => (
        <polyline
          key={run[0]?.year}
          points={run.map(({ year, value }) => place(year, value)).join(" ")}
          className="chart-line"
        />
      ))}
      {latest && (
        <circle cx={round(scale.x(latest.year))} cy={round(scale.y(latest.value))} r="4" className="chart-dot" />
      )}
      {target && <path d={`M${place(target.year, target.value)}m0 -5l5 5l-5 5l-5 -5Z`} className="chart-target-mark" />}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
