import type { ReactNode } from "react";
import { cadenceLabels, indicatorKindLabels, type IndicatorSnapshot } from "#domain/plan/published.ts";
import { isDrawable } from "#analysis/yearly-series.ts";
import { IndicatorChart } from "#web/ui/charts/indicator-chart.tsx";
import { GapNotes, ValueTable } from "#web/ui/charts/indicator-values.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { hueOf } from "#web/public/hue.ts";
import { nodeHref, planHref, type Reading } from "#web/public/plan/addresses.ts";
import { ancestorsOf, codeAndTitle, type Branch } from "#web/public/plan/branches.ts";
import { EditionNotice } from "#web/public/plan/edition-notice.tsx";
import { AskBox } from "#web/public/plan/surroundings.tsx";
import { hrefIn } from "#web/site.ts";
import { AttainmentSection } from "./attainment-section.tsx";
import { InWords } from "./indicator-figure.tsx";
import { OtherTargets } from "./other-targets.tsx";
import { ProgressMark } from "./progress-mark.tsx";
import { directionWords, seriesOf } from "./readings.ts";
import { YearNote } from "./year-note.tsx";

interface IndicatorPageProps {
  readonly reading: Reading;
  readonly branch: Branch;
  readonly indicator: IndicatorSnapshot;
}

/** An indicator (指標) with all that is known of it: its course, its values, what it means, how far it came and how that is computed. */
export function IndicatorPage({ reading, branch, indicator }: IndicatorPageProps): ReactNode {
  const { site, edition } = reading;
  const { plan } = edition.snapshot;
  const sections = [
    { id: "course", title: "これまでの動き", content: <Course indicator={indicator} plan={plan} /> },
    { id: "attainment", title: "達成度", content: <AttainmentSection indicator={indicator} plan={plan} /> },
    { id: "meaning", title: "この指標について", content: <About indicator={indicator} /> },
    { id: "measure", title: "どの計画・施策の指標か", content: <Place reading={reading} branch={branch} /> },
  ];
  return (
    <PublicPage
      site={site}
      title={indicator.name}
      section="indicators"
      publication={edition.head}
      description={indicator.meaning || `${plan.name}の指標「${indicator.name}」の実績と目標`}
      crumbs={[{ href: hrefIn(site, "/indicators"), label: "進みぐあい（指標）" }]}
    >
      <article className={hueOf(branch.goalNumber)}>
        <header className="measure-head">
          <div className="page">
            <EditionNotice {...reading} />
            <p className="measure-kind">
              <span className="code-chip">{indicator.code}</span>
              {indicatorKindLabels[indicator.kind]}
            </p>
            <h1>{indicator.name}</h1>
            <p className="mt-4">
              <ProgressMark indicator={indicator} />
            </p>
          </div>
        </header>
        <div className="page measure-body">
          <aside className="measure-side">
            <AskBox reading={reading} branch={branch} />
          </aside>
          <div className="measure-main">
            {sections.map(({ id, title, content }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`} className="measure-section">
                <h2 id={`${id}-title`}>{title}</h2>
                {content}
              </section>
            ))}
            <p className="no-print">
              <a href={hrefIn(site, "/opendata")}>すべての指標の値を表（CSV）で受け取る</a>
            </p>
          </div>
        </div>
      </article>
    </PublicPage>
  );
}

interface CourseProps {
  readonly indicator: IndicatorSnapshot;
  readonly plan: Reading["edition"]["snapshot"]["plan"];
}

/** The chart with the target's line, why there are gaps, and every number in a table. */
function Course({ indicator, plan }: CourseProps): ReactNode {
  const series = seriesOf(indicator, plan);
  return (
    <>
      <div className="indicator indicator-alone">
        {isDrawable(series) ? (
          <IndicatorChart series={series} id={`indicator-${indicator.id}`} />
        ) : (
          <InWords indicator={indicator} />
        )}
        <GapNotes indicator={indicator} />
        <p className="section-note">
          図の
          <YearNote year={plan.endYear} />
          {series.form === "line" && "折れ線の縦軸は0から始まっていません。"}
        </p>
      </div>
      <ValueTable indicator={indicator} />
      <OtherTargets indicator={indicator} />
    </>
  );
}

/** What the register says of the indicator; empty lines do not exist. */
function About({ indicator }: { readonly indicator: IndicatorSnapshot }): ReactNode {
  const { numeratorName, denominatorName, updateMonth, cadence } = indicator;
  const direction = `${directionWords[indicator.direction]}${indicator.accumulation === "cumulative" ? "（累計）" : ""}`;
  const lines: readonly (readonly [string, string])[] = [
    ["意味", indicator.meaning],
    ["めざす向き", direction],
    ["単位", indicator.unit],
    ["算式・算出方法", indicator.description],
    ["分子", numeratorName],
    ["分母", denominatorName],
    ["出典", indicator.source],
    ["目標値とした理由", indicator.targetReason],
    ["比較できる参考値", indicator.comparison],
    ["値の更新", `${cadenceLabels[cadence]}${updateMonth === null ? "" : `（${updateMonth}月）`}`],
    ["担当する課", indicator.division],
  ];
  return (
    <dl className="meaning">
      {lines
        .filter(([, text]) => text !== "")
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function Place({ reading, branch }: { readonly reading: Reading; readonly branch: Branch }): ReactNode {
  return (
    <ol className="list-plain standing">
      <li>
        <span className="standing-level">計画</span>
        <a href={planHref(reading)}>{reading.edition.snapshot.plan.name}</a>
      </li>
      {[...ancestorsOf(branch), branch].map(({ node, levelName }) => (
        <li key={node.id}>
          <span className="standing-level">{levelName}</span>
          <a href={nodeHref(reading, node)}>{codeAndTitle(node)}</a>
        </li>
      ))}
    </ol>
  );
}
