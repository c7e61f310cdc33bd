import type { ReactNode } from "react";
import { figure } from "#kernel/figures.ts";
import { medianText } from "#web/ui/statistics/words.ts";

/** Where one value stands among many: every municipality a dot, the own one strong, the median a line. */
export interface Places {
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly values: readonly number[];
  readonly own: number | null;
  readonly ownName: string;
  readonly median: number;
}

const width = 360;
const [left, right, middle] = [18, 342, 58];

/** The spread of values along a line, from the smallest to the largest. The table beside it names each. */
export function PlaceStrip({ places, id }: { readonly places: Places; readonly id: string }): ReactNode {
  const { values, own, median, decimals, unit } = places;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length < 3 || low === high) return null;
  const x = (value: number) => round(left + ((value - low) / (high - low)) * (right - left));
  const words = (value: number) => `${figure(value, decimals)}${unit}`;
  const middleWords = `${medianText(median, decimals)}${unit}`;
  return (
    <svg
      viewBox={`0 0 ${width} 112`}
      className="chart chart-wide"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{`${places.title}の散らばり`}</title>
      <desc id={`${id}-desc`}>
        {`最小${words(low)}、中央値${middleWords}、最大${words(high)}。${own === null ? "" : `${places.ownName}は${words(own)}。`}`}
      </desc>
      <line x1={left} x2={right} y1={middle} y2={middle} className="chart-axis" />
      {values.map((value, index) => (
        <circle key={index} cx={x(value)} cy={middle} r={values.length > 200 ? 3 : 5} className="strip-dot" />
      ))}
      <line x1={x(median)} x2={x(median)} y1={middle - 14} y2={middle + 14} className="strip-median" />
      {own !== null && <circle cx={x(own)} cy={middle} r={8} className="strip-own" />}
      {own !== null && (
        <text x={x(own)} y={middle - 22} textAnchor={anchorAt(x(own))} className="chart-latest">
          {`${places.ownName} ${words(own)}`}
        </text>
      )}
      <text x={x(median)} y={middle + 30} textAnchor={anchorAt(x(median))} className="chart-median-label">
        {`中央値 ${middleWords}`}
      </text>
      <text x={left - 10} y={middle + 50} className="chart-note">{`最小 ${words(low)}`}</text>
      <text x={right + 10} y={middle + 50} textAnchor="end" className="chart-note">{`最大 ${words(high)}`}</text>
    </svg>
  );
}

/** Words near an end lean inwards. */
function anchorAt(x: number): "start" | "middle" | "end" {
  if (x < 90) return "start";
  return x > width - 90 ? "end" : "middle";
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
