import type { ReactNode } from "react";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { progressOf, type IndicatorSnapshot, type PlanSnapshot } from "#domain/plan/published.ts";
import { IndicatorChart } from "#web/ui/charts/indicator-chart.tsx";
import { GapNotes, ValueTable } from "#web/ui/charts/indicator-values.tsx";
import { isDrawable } from "#analysis/yearly-series.ts";
import { ProgressMark } from "./progress-mark.tsx";
import { baselineReading, directionWords, seriesOf, targetReading } from "./readings.ts";

interface FigureProps {
  readonly indicator: IndicatorSnapshot;
  readonly plan: PlanSnapshot["plan"];
  /** The page with all that is known of it. */
  readonly href: string;
}

/** An indicator (成果指標) as a picture with its words: what it is, how it stands, every number in a table to unfold. */
export function IndicatorFigure({ indicator, plan, href }: FigureProps): ReactNode {
  const series = seriesOf(indicator, plan);
  const id = `indicator-${indicator.id}`;
  return (
    <figure className="indicator" id={id} aria-labelledby={`${id}-name`}>
      <figcaption>
        <h3 id={`${id}-name`}>{indicator.name}</h3>
        {!isWaiting(indicator) && <ProgressMark indicator={indicator} />}
      </figcaption>
      {isDrawable(series) ? <IndicatorChart series={series} id={id} /> : <InWords indicator={indicator} />}
      <GapNotes indicator={indicator} />
      <details className="fold">
        <summary>数値の表と説明</summary>
        <ValueTable indicator={indicator} />
        <Meaning indicator={indicator} />
        <p>
          <a href={href}>この指標をくわしく見る</a>
        </p>
        {series.form === "line" && (
          <p className="chart-caption">
            折れ線の縦軸は0から始まっていません。変化が見えるように、値のある範囲を広げています。
          </p>
        )}
      </details>
    </figure>
  );
}

/** Whether the plan has not yet brought a value: the picture shows it, and words at every picture would only be noise. */
function isWaiting(indicator: IndicatorSnapshot): boolean {
  const progress = progressOf(indicator);
  return progress.kind === "unknown" && progress.reason === "noActual";
}

/** What cannot be drawn is said: a target in words, a baseline without a number. */
export function InWords({ indicator }: { readonly indicator: IndicatorSnapshot }): ReactNode {
  const [baseline, target] = [baselineReading(indicator), targetReading(indicator)];
  return (
    <dl className="in-words">
      <div>
        <dt>{baseline.year === null ? "基準" : `基準（${fiscalYearLabel(baseline.year)}）`}</dt>
        <dd>{baseline.text}</dd>
      </div>
      <div>
        <dt>{target.year === null ? "目標" : `目標（${fiscalYearLabel(target.year)}）`}</dt>
        <dd>{target.text}</dd>
      </div>
    </dl>
  );
}

function Meaning({ indicator }: { readonly indicator: IndicatorSnapshot }): ReactNode {
  const lines = [
    [
      "めざす向き",
      `${directionWords[indicator.direction]}${indicator.accumulation === "cumulative" ? "（累計）" : ""}`,
    ],
    ["説明", indicator.description],
    ["出典", indicator.source],
    ["担当", indicator.division],
  ].filter(([, text]) => text !== "");
  return (
    <dl className="meaning">
      {lines.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
