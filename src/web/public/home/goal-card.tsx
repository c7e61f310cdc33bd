import type { ReactNode } from "react";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import type { IndicatorSnapshot } from "#domain/plan/published.ts";
import { hueOf } from "#web/public/hue.ts";
import { pictureOf } from "#web/public/indicators/goal-progress.ts";
import { latestReading, seriesOf, targetReading } from "#web/public/indicators/readings.ts";
import { nodeHref, type Reading } from "#web/public/plan/addresses.ts";
import type { Branch } from "#web/public/plan/branches.ts";
import { keywordsUnder } from "#web/public/plan/tree-list.tsx";
import { Sparkline } from "#web/ui/charts/sparkline.tsx";

/** A goal (基本目標) on the home page: number, name, what it holds, and one indicator's course as its picture. */
export function GoalCard({ reading, goal }: { readonly reading: Reading; readonly goal: Branch }): ReactNode {
  const picture = pictureOf(goal);
  return (
    <li className={`goal-card ${hueOf(goal.goalNumber)}`}>
      <p className="goal-number" aria-hidden="true">
        {goal.node.code}
      </p>
      <h3>
        <a href={nodeHref(reading, goal.node)}>{goal.node.title}</a>
      </h3>
      <p className="goal-words">{keywordsUnder(goal).join("・")}</p>
      {picture && <Picture indicator={picture} reading={reading} />}
    </li>
  );
}

function Picture({
  reading,
  indicator,
}: {
  readonly reading: Reading;
  readonly indicator: IndicatorSnapshot;
}): ReactNode {
  const [latest, target] = [latestReading(indicator), targetReading(indicator)];
  return (
    <div className="goal-picture">
      <p className="goal-indicator">{indicator.name}</p>
      <div className="goal-course">
        <Sparkline series={seriesOf(indicator, reading.edition.snapshot.plan)} />
        <p className="goal-values">
          <span>
            <small>{latest.year === null ? "最新" : fiscalYearLabel(latest.year)}</small>
            <b>{latest.text}</b>
          </span>
          <span>
            <small>目標{target.year === null ? "" : ` ${fiscalYearLabel(target.year)}`}</small>
            {target.text}
          </span>
        </p>
      </div>
    </div>
  );
}
