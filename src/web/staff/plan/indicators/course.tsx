import type { ReactNode } from "react";
import type { StoredIndicator } from "#domain/plan/index.ts";
import { isDrawable } from "#analysis/yearly-series.ts";
import { seriesOf } from "#export/indicator-readings.ts";
import type { Period } from "#kernel/period.ts";
import { IndicatorChart } from "#web/ui/charts/indicator-chart.tsx";
import { GapNotes, ValueTable } from "#web/ui/charts/indicator-values.tsx";

/** The course of an indicator as citizens will see it, with the drafts (入力中) that they do not see yet, and every number in a table. */
export function Course({ indicator, plan }: { readonly indicator: StoredIndicator; readonly plan: Period }): ReactNode {
  const series = seriesOf(indicator, plan);
  const hasDrafts = indicator.actuals.some(({ state }) => state === "draft");
  if (!isDrawable(series)) return null;
  return (
    <section className="card mb-6" aria-labelledby="course">
      <h2 id="course" className="mb-3 text-[1.25rem]">
        これまでの動き
      </h2>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div>
          <IndicatorChart series={series} id="course-chart" />
          <GapNotes indicator={indicator} />
          {hasDrafts && (
            <p className="chart-caption">入力中の値も入っています。市民のページには、確定した値だけが出ます。</p>
          )}
          {series.form === "line" && <p className="chart-caption">折れ線の縦軸は0から始まっていません。</p>}
        </div>
        <ValueTable indicator={indicator} />
      </div>
    </section>
  );
}
