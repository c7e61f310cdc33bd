import type { ReactNode } from "react";
import type { IndicatorSnapshot } from "#domain/plan/published.ts";
import { fiscalYearShort } from "#kernel/fiscal-year.ts";
import { hueOf } from "#web/public/hue.ts";
import type { Reading } from "#web/public/plan/addresses.ts";
import { codeAndTitle, withDescendants, type Branch } from "#web/public/plan/branches.ts";
import { ShareStrip } from "#web/ui/charts/share-bar.tsx";
import { Sparkline } from "#web/ui/charts/sparkline.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { hrefIn } from "#web/site.ts";
import { currentIndicatorPath } from "./addresses.ts";
import { isChosen, type IndicatorChoice } from "./choice.ts";
import { comparableCount, progressShares } from "./goal-progress.ts";
import { ProgressMark } from "./progress-mark.tsx";
import {
  baselineReading,
  directionWords,
  latestReading,
  seriesOf,
  targetReading,
  type Reading as ValueReading,
} from "./readings.ts";

interface GoalIndicatorsProps {
  readonly reading: Reading;
  readonly goal: Branch;
  readonly choice: IndicatorChoice;
}

/** The indicators of one goal: how they stand at a glance, and unfolded each with its course and values. */
export function GoalIndicators({ reading, goal, choice }: GoalIndicatorsProps): ReactNode {
  const rows = withDescendants(goal).flatMap((branch) =>
    branch.node.indicators.filter((each) => isChosen(each, choice)).map((indicator) => ({ branch, indicator })),
  );
  const indicators = rows.map(({ indicator }) => indicator);
  const isJudged = comparableCount(indicators) > 0;
  if (rows.length === 0) return null;
  return (
    <li className={`tree-goal ${hueOf(goal.goalNumber)}`} id={`goal-${goal.goalNumber}`}>
      <details open={choice.isOpen || choice.goal !== null || choice.division !== null}>
        <summary>
          <span className="tree-number">{goal.node.code}</span>
          <span className="tree-name">
            <span className="tree-title">{goal.node.title}</span>
            <span className="tree-words">{standingWords(indicators)}</span>
            {isJudged && <ShareStrip shares={progressShares(indicators)} />}
          </span>
          <Icon name="down" className="tree-arrow" />
        </summary>
        <table className={`indicator-table${isJudged ? "" : " indicator-table-waiting"}`} role="table">
          <caption className="visually-hidden">{goal.node.title}の指標</caption>
          <IndicatorHead isJudged={isJudged} />
          <tbody role="rowgroup">
            {rows.map(({ branch, indicator }) => (
              <IndicatorRow
                key={indicator.id}
                reading={reading}
                branch={branch}
                indicator={indicator}
                isJudged={isJudged}
              />
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}

/** 「指標15件：目標に達した3・目標に近づいた7」. */
function standingWords(indicators: readonly IndicatorSnapshot[]): string {
  const counts = progressShares(indicators).filter(({ key, count }) => count > 0 && key !== "unknown");
  const words = counts.map(({ label, count }) => `${label}${count}`).join("・");
  return `指標${indicators.length}件${words === "" ? "" : `：${words}`}`;
}

/**
 * The roles say again what the elements mean, because on a phone each row is drawn as a card. Before the goal has a value to judge
 * there is no column for it: every line would say the same.
 */
function IndicatorHead({ isJudged }: Pick<RowProps, "isJudged">): ReactNode {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          指標
        </th>
        <th role="columnheader" scope="col">
          これまでの動き
        </th>
        <th role="columnheader" scope="col" className="number">
          基準
        </th>
        <th role="columnheader" scope="col" className="number">
          最新の実績
        </th>
        <th role="columnheader" scope="col" className="number">
          目標
        </th>
        {isJudged && (
          <th role="columnheader" scope="col">
            進みぐあい
          </th>
        )}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly reading: Reading;
  readonly branch: Branch;
  readonly indicator: IndicatorSnapshot;
  /** Whether any indicator of the goal can be compared with its target yet. */
  readonly isJudged: boolean;
}

function IndicatorRow({ reading, branch, indicator, isJudged }: RowProps): ReactNode {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={hrefIn(reading.site, currentIndicatorPath(indicator))}>{indicator.name}</a>
        <small>
          {codeAndTitle(branch.node)}／{directionWords[indicator.direction]}
        </small>
      </th>
      <td role="cell" className="cell-spark">
        <Sparkline series={seriesOf(indicator, reading.edition.snapshot.plan)} />
      </td>
      <ValueCell name="基準" value={baselineReading(indicator)} />
      <ValueCell name="最新の実績" value={latestReading(indicator)} />
      <ValueCell name="目標" value={targetReading(indicator)} />
      {isJudged && (
        <td role="cell" className="cell-progress">
          <ProgressMark indicator={indicator} />
        </td>
      )}
    </tr>
  );
}

function ValueCell({ name, value }: { readonly name: string; readonly value: ValueReading }): ReactNode {
  return (
    <td role="cell" className="number">
      <span className="cell-name" aria-hidden="true">
        {name}
      </span>
      <span className="cell-value">{value.text}</span>
      {value.year !== null && <small>{fiscalYearShort(value.year)}</small>}
    </td>
  );
}
