import type { ReactNode } from "react";
import { fiscalYearLabel, fiscalYearShort } from "#kernel/fiscal-year.ts";
import type { IndicatorSnapshot } from "#domain/plan/published.ts";
import { hrefIn } from "#web/public/href.ts";
import { hueOf } from "#web/public/hue.ts";
import { nodeHref, type Reading } from "#web/public/plan/addresses.ts";
import { branchesOf, codeAndTitle, withDescendants, type Branch } from "#web/public/plan/branches.ts";
import { EditionNotice } from "#web/public/plan/edition-notice.tsx";
import { ShareBar } from "#web/ui/charts/share-bar.tsx";
import { Sparkline } from "#web/ui/charts/sparkline.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { comparableCount, indicatorsUnder, progressShares } from "./goal-progress.ts";
import { JudgingNote } from "./judging-note.tsx";
import { ProgressMark } from "./progress-mark.tsx";
import {
  baselineReading,
  directionWords,
  latestReading,
  seriesOf,
  targetReading,
  type Reading as ValueReading,
} from "./readings.ts";

/** What of all indicators is wanted: those of one goal (counted from 1), of one division, or both. */
export interface IndicatorChoice {
  readonly goal: number | null;
  readonly division: string | null;
}

interface IndicatorsPageProps {
  readonly reading: Reading;
  readonly choice: IndicatorChoice;
}

/** All indicators of the plan with their course, latest value and target, goal by goal. */
export function IndicatorsPage({ reading, choice }: IndicatorsPageProps): ReactNode {
  const { site, edition } = reading;
  const roots = branchesOf(edition.snapshot);
  const all = roots.flatMap(indicatorsUnder);
  const goals = roots.filter(({ goalNumber }) => choice.goal === null || goalNumber === choice.goal);
  const chosen = goals.flatMap(indicatorsUnder).filter((each) => isChosen(each, choice));
  const title = "進みぐあい（指標）";
  return (
    <PublicPage
      site={site}
      title={title}
      section="indicators"
      publication={edition.head}
      description={`${edition.snapshot.plan.name}の指標${all.length}件の実績と目標`}
    >
      <div className="page section-first">
        <EditionNotice {...reading} />
        <h1>{title}</h1>
        <p className="lead">
          {edition.snapshot.plan.name}では、{all.length}の指標で、まちの変化を測ります。
        </p>
        <Standing reading={reading} indicators={all} />
        <JudgingNote />
        <p className="mt-4 no-print">
          <a href={hrefIn(site, "/opendata")}>すべての値を表（CSV）で受け取る</a>
        </p>
      </div>
      <div className="page section">
        <ChoiceLinks reading={reading} roots={roots} choice={choice} />
        {chosen.length === 0 && <p>この条件に当てはまる指標はありません。</p>}
        {goals.map((goal) => (
          <GoalIndicators key={goal.node.id} reading={reading} goal={goal} choice={choice} />
        ))}
      </div>
    </PublicPage>
  );
}

function isChosen({ division }: IndicatorSnapshot, choice: IndicatorChoice): boolean {
  return choice.division === null || division === choice.division;
}

/** How many stand where; before the plan has brought its first values, only that they will come. */
export function Standing({
  reading,
  indicators,
}: {
  readonly reading: Reading;
  readonly indicators: readonly IndicatorSnapshot[];
}): ReactNode {
  const { startYear } = reading.edition.snapshot.plan;
  if (comparableCount(indicators) > 0) return <ShareBar shares={progressShares(indicators)} unit="件" />;
  return (
    <p className="standing-none">
      基準より後の実績は、まだありません。計画が始まる{fiscalYearLabel(startYear)}
      の分から、値がまとまりしだい公表します。
    </p>
  );
}

/** Choosing by links: works without script, and every choice has an address to share. */
function ChoiceLinks({
  reading,
  roots,
  choice,
}: IndicatorsPageProps & { readonly roots: readonly Branch[] }): ReactNode {
  const divisions = [...new Set(roots.flatMap(indicatorsUnder).map(({ division }) => division))]
    .filter((name) => name !== "")
    .sort();
  return (
    <nav aria-label="指標をしぼる" className="choices no-print">
      <ul className="list-plain choice-row">
        <ChoiceLink
          reading={reading}
          choice={{ ...choice, goal: null }}
          isChosen={choice.goal === null}
          label="すべての目標"
        />
        {roots.map(({ node, goalNumber }) => (
          <ChoiceLink
            key={node.id}
            reading={reading}
            choice={{ ...choice, goal: goalNumber }}
            isChosen={choice.goal === goalNumber}
            label={`${node.code} ${node.keyword || node.title}`}
          />
        ))}
      </ul>
      <details className="fold" open={choice.division !== null}>
        <summary>{choice.division ?? "担当する課でしぼる"}</summary>
        <ul className="list-plain choice-row">
          <ChoiceLink
            reading={reading}
            choice={{ ...choice, division: null }}
            isChosen={choice.division === null}
            label="すべての課"
          />
          {divisions.map((division) => (
            <ChoiceLink
              key={division}
              reading={reading}
              choice={{ ...choice, division }}
              isChosen={choice.division === division}
              label={division}
            />
          ))}
        </ul>
      </details>
    </nav>
  );
}

interface ChoiceLinkProps {
  readonly reading: Reading;
  readonly choice: IndicatorChoice;
  readonly isChosen: boolean;
  readonly label: string;
}

function ChoiceLink({ reading, choice, isChosen: isHere, label }: ChoiceLinkProps): ReactNode {
  const query = new URLSearchParams();
  if (choice.goal !== null) query.set("goal", String(choice.goal));
  if (choice.division !== null) query.set("division", choice.division);
  const text = query.toString();
  return (
    <li>
      <a
        href={hrefIn(reading.site, `/indicators${text === "" ? "" : `?${text}`}`)}
        className="choice-link"
        aria-current={isHere ? "true" : undefined}
      >
        {label}
      </a>
    </li>
  );
}

function GoalIndicators({
  reading,
  goal,
  choice,
}: {
  readonly reading: Reading;
  readonly goal: Branch;
  readonly choice: IndicatorChoice;
}): ReactNode {
  const rows = withDescendants(goal).flatMap((branch) =>
    branch.node.indicators.filter((each) => isChosen(each, choice)).map((indicator) => ({ branch, indicator })),
  );
  if (rows.length === 0) return null;
  return (
    <section className={`indicator-goal ${hueOf(goal.goalNumber)}`} aria-labelledby={`goal-${goal.goalNumber}`}>
      <h2 id={`goal-${goal.goalNumber}`}>
        <span className="code-chip">{goal.node.code}</span>
        {goal.node.title}
      </h2>
      <table className="indicator-table" role="table">
        <caption className="visually-hidden">{goal.node.title}の指標</caption>
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
            <th role="columnheader" scope="col">
              進みぐあい
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ branch, indicator }) => (
            <IndicatorRow key={indicator.id} reading={reading} branch={branch} indicator={indicator} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly reading: Reading;
  readonly branch: Branch;
  readonly indicator: IndicatorSnapshot;
}

/** The roles say again what the elements mean, because on a phone the row is drawn as a card. */
function IndicatorRow({ reading, branch, indicator }: RowProps): ReactNode {
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={`${nodeHref(reading, branch.node)}#indicator-${indicator.id}`}>{indicator.name}</a>
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
      <td role="cell" className="cell-progress">
        <ProgressMark indicator={indicator} />
      </td>
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
