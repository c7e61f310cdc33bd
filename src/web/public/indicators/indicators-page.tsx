import type { ReactNode } from "react";
import type { IndicatorSnapshot } from "#domain/plan/published.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { hrefIn } from "#web/site.ts";
import type { Reading } from "#web/public/plan/addresses.ts";
import { branchesOf, codeAndTitle, type Branch } from "#web/public/plan/branches.ts";
import { EditionNotice } from "#web/public/plan/edition-notice.tsx";
import { ShareBar } from "#web/ui/charts/share-bar.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { choicePath, isChosen, type IndicatorChoice } from "./choice.ts";
import { ChoiceLinks } from "./choice-links.tsx";
import { GoalIndicators } from "./goal-indicators.tsx";
import { comparableCount, indicatorsUnder, progressShares } from "./goal-progress.ts";
import { JudgingNote } from "./judging-note.tsx";
import { RemovedIndicators } from "./removed-indicators.tsx";
import { YearNote } from "./year-note.tsx";

interface IndicatorsPageProps {
  readonly reading: Reading;
  readonly choice: IndicatorChoice;
}

/** All indicators of the plan with their course, latest value and target, goal by goal. */
export function IndicatorsPage({ reading, choice }: IndicatorsPageProps): ReactNode {
  const { site, edition } = reading;
  const { plan } = edition.snapshot;
  const roots = branchesOf(edition.snapshot);
  const all = roots.flatMap(indicatorsUnder);
  const title = "進みぐあい（指標）";
  return (
    <PublicPage
      site={site}
      title={title}
      detail={chosenWords(roots, choice)}
      section="indicators"
      publication={edition.head}
      description={`${plan.name}の指標${all.length}件の実績と目標`}
    >
      <div className="page section-first">
        <EditionNotice {...reading} />
        <h1>{title}</h1>
        <p className="lead">
          {all.length === 0
            ? `公表されている${plan.name}には、指標がありません。`
            : `${plan.name}では、${all.length}の指標で、まちの変化を測ります。`}
        </p>
        {all.length > 0 && <Standing reading={reading} indicators={all} />}
        {all.length > 0 && <JudgingNote />}
      </div>
      {all.length > 0 && <IndicatorList reading={reading} roots={roots} choice={choice} />}
      <RemovedIndicators reading={reading} />
    </PublicPage>
  );
}

/** What the choice is called in the window's title. */
function chosenWords(roots: readonly Branch[], { goal, division }: IndicatorChoice): string {
  const chosen = roots.find(({ goalNumber }) => goalNumber === goal);
  return [chosen && codeAndTitle(chosen.node), division].filter(Boolean).join("・");
}

interface IndicatorListProps extends IndicatorsPageProps {
  readonly roots: readonly Branch[];
}

/** The indicators that were chosen, goal by goal, and the ways to choose others. */
function IndicatorList({ reading, roots, choice }: IndicatorListProps): ReactNode {
  const { site } = reading;
  const goals = roots.filter(({ goalNumber }) => choice.goal === null || goalNumber === choice.goal);
  const isAnyChosen = goals.flatMap(indicatorsUnder).some((each) => isChosen(each, choice));
  return (
    <section className="page section" id="list" aria-labelledby="list-title">
      <h2 id="list-title">指標の一覧</h2>
      <ChoiceLinks site={site} roots={roots} choice={choice} />
      <p className="section-note">
        <YearNote year={reading.edition.snapshot.plan.endYear} />
      </p>
      {!isAnyChosen && <p>この条件に当てはまる指標はありません。</p>}
      <ol className="list-plain tree">
        {goals.map((goal) => (
          <GoalIndicators key={goal.node.id} reading={reading} goal={goal} choice={choice} />
        ))}
      </ol>
      <ul className="list-plain way-list no-print mt-4">
        {choice.goal === null && choice.division === null && (
          <li>
            <a href={hrefIn(site, choicePath({ ...choice, isOpen: !choice.isOpen }))}>
              {choice.isOpen ? "目標ごとに閉じる" : "すべて開く"}
            </a>
          </li>
        )}
        <li>
          <a href={hrefIn(site, "/opendata")}>すべての値を表（CSV）で受け取る</a>
        </li>
      </ul>
    </section>
  );
}

interface StandingProps {
  readonly reading: Reading;
  readonly indicators: readonly IndicatorSnapshot[];
}

/** How many stand where; before the plan has brought its first values, only that they will come. */
export function Standing({ reading, indicators }: StandingProps): ReactNode {
  const { startYear } = reading.edition.snapshot.plan;
  if (comparableCount(indicators) > 0) return <ShareBar shares={progressShares(indicators)} unit="件" />;
  return (
    <p className="standing-none">
      目標と比べられる実績は、まだありません。計画が始まる{fiscalYearLabel(startYear)}
      の分から、値がまとまりしだい公表します。これまでの動きは、一覧で見られます。
    </p>
  );
}
