import type { ReactNode } from "react";
import { undecidedStamp } from "#domain/publication/published.ts";
import { strategyFormLabels, type StrategySnapshot } from "#domain/strategy/published.ts";
import { fiscalYearLabel } from "#kernel/fiscal-year.ts";
import { periodLabel } from "#kernel/period.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { CorrespondenceTable } from "#web/ui/strategy/correspondence-table.tsx";
import { GoalList } from "#web/ui/strategy/goal-list.tsx";
import { GrantList } from "#web/ui/strategy/grant-list.tsx";
import { PopulationView } from "#web/ui/strategy/population-view.tsx";
import type { StrategyEdition } from "./edition.ts";

export const strategyTitle = "総合戦略";

interface Props {
  readonly site: Site;
  readonly edition: StrategyEdition;
  readonly all: readonly StrategyEdition[];
}

/** A strategy for citizens: population, goals with figures, measures with KPI, grants, and the whole as a table. */
export function StrategyPage({ site, edition: { head, snapshot }, all }: Props): ReactNode {
  const { strategy, plan, goals, population, grants } = snapshot;
  const hasPopulation = population.paths.length + population.aims.length > 0;
  return (
    <PublicPage
      site={site}
      title={strategyTitle}
      detail={strategy.name}
      section="strategy"
      publication={head}
      description={`${site.name}の${strategy.name}：人口の見通し、基本目標、数値目標、施策とKPI`}
    >
      <div className="page section-first hue-1">
        {head.openness === "discussion" && <p className="stamp mb-4">{undecidedStamp}</p>}
        <h1>{strategy.name}</h1>
        <p className="lead">{periodLabel(strategy)}</p>
        <About site={site} snapshot={snapshot} />
        {hasPopulation && (
          <section className="mt-12" aria-labelledby="population-heading">
            <h2 id="population-heading" className="mb-4 text-[1.5rem]">
              人口の見通し（人口ビジョン）
            </h2>
            <PopulationView population={population} />
          </section>
        )}
        <GoalList
          goals={goals}
          measureHref={({ code }) => hrefIn(site, `/plan/${plan.slug}/${encodeURIComponent(code)}`)}
        />
        {grants.length > 0 && (
          <section className="mt-12" aria-labelledby="grants-heading">
            <h2 id="grants-heading" className="text-[1.5rem]">
              交付金を使った事業と効果の検証
            </h2>
            <GrantList grants={grants} />
          </section>
        )}
        {goals.length > 0 && (
          <section className="mt-12" aria-labelledby="table-heading">
            <h2 id="table-heading" className="mb-4 text-[1.5rem]">
              対応表
            </h2>
            <CorrespondenceTable snapshot={snapshot} />
          </section>
        )}
        <Others site={site} all={all} slug={strategy.slug} />
        <p className="mt-8">
          <a href={hrefIn(site, "/opendata")}>総合戦略の値を表（CSV）で受け取る</a>
        </p>
      </div>
    </PublicPage>
  );
}

function About({ site, snapshot }: { readonly site: Site; readonly snapshot: StrategySnapshot }): ReactNode {
  const { strategy, plan, frame, periodChanges } = snapshot;
  return (
    <>
      {strategy.statement !== "" && <p className="prose mt-4">{strategy.statement}</p>}
      <p className="mt-3">
        もとになる計画：<a href={hrefIn(site, `/plan/${plan.slug}`)}>{plan.name}</a>（
        {strategyFormLabels[strategy.form]}）{frame && `　国の枠組み：${frame.name}`}
      </p>
      {periodChanges.map((change) => (
        <p key={`${change.startYear}${change.endYear}${change.reason}`} className="prose mt-3">
          期間は、{fiscalYearLabel(change.startYear)}〜{fiscalYearLabel(change.endYear)}から改められました。
          {change.reason}
          {change.decidedBy !== "" && `（${change.decidedBy}）`}
          {change.decidedOn && `（${dateWithBoth(change.decidedOn)}）`}
        </p>
      ))}
      {strategy.source !== "" && <p className="mt-3">出典：{strategy.source}</p>}
    </>
  );
}

interface OthersProps {
  readonly site: Site;
  readonly all: readonly StrategyEdition[];
  readonly slug: string;
}

function Others({ site, all, slug }: OthersProps): ReactNode {
  const others = all.filter(({ snapshot }) => snapshot.strategy.slug !== slug);
  if (others.length === 0) return null;
  return (
    <section className="mt-12" aria-labelledby="others-heading">
      <h2 id="others-heading" className="text-[1.5rem]">
        ほかの総合戦略
      </h2>
      <ul className="mt-2 list-disc pl-6">
        {others.map(({ snapshot: { strategy } }) => (
          <li key={strategy.slug}>
            <a href={hrefIn(site, `/strategy/${strategy.slug}`)}>{strategy.name}</a>（{periodLabel(strategy)}）
          </li>
        ))}
      </ul>
    </section>
  );
}
