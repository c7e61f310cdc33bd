import type { ReactNode } from "react";
import type { PublishedDeclaration } from "#domain/declarations/published.ts";
import { sdgGoals, strengthSigns, type SdgGoal } from "#domain/plan/published.ts";
import { GoalDeclarations } from "#web/public/declarations/goal-declarations.tsx";
import { hueOf } from "#web/public/hue.ts";
import { nodeHref, type Reading } from "#web/public/plan/addresses.ts";
import { allOf, branchesOf, codeAndTitle, type Branch } from "#web/public/plan/branches.ts";
import { EditionNotice } from "#web/public/plan/edition-notice.tsx";
import { strengthWords } from "#web/public/plan/measure-links.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { SdgMatrix } from "./sdg-matrix.tsx";
import { SdgSwatch } from "./swatch.tsx";

/** A measure that serves a goal, and how. */
interface Link {
  readonly branch: Branch;
  readonly strength: "direct" | "related";
  readonly reason: string;
}

interface Props {
  readonly reading: Reading;
  /** What businesses and groups declared (共通の目標). */
  readonly declarations: readonly PublishedDeclaration[];
}

/** The plan seen from the 17 goals: by goal for reading, then all measures × 17 as one table. */
export function SdgsPage({ reading, declarations }: Props): ReactNode {
  const { site, edition } = reading;
  const linked = allOf(branchesOf(edition.snapshot)).filter(({ node, hasPage }) => hasPage || node.sdgs.length > 0);
  const { sdgGapNotes } = edition.snapshot;
  const isLinked = sdgGapNotes.length > 0 || linked.some(({ node }) => node.sdgs.length > 0);
  return (
    <PublicPage
      site={site}
      title="SDGsと計画"
      section="sdgs"
      publication={edition.head}
      description={`${edition.snapshot.plan.name}の施策とSDGsの17のゴールのつながり`}
    >
      <div className="page section-first">
        <EditionNotice {...reading} />
        <h1>SDGsと計画</h1>
        <p className="lead">
          SDGs（持続可能な開発目標）は、2030年までに世界中で目指す17のゴールです。
          {isLinked
            ? `${site.name}の計画が、どのゴールにつながるかを示します。`
            : `公表されている${edition.snapshot.plan.name}には、ゴールとのつながりが書かれていません。`}
        </p>
      </div>
      {isLinked && <Goals reading={reading} linked={linked} declarations={declarations} />}
    </PublicPage>
  );
}

function Goals({ reading, linked, declarations }: Props & { readonly linked: readonly Branch[] }): ReactNode {
  return (
    <>
      <div className="page section">
        <p className="legend">
          <span>
            <b aria-hidden="true">{strengthSigns.direct}</b> {strengthWords.direct}
          </span>
          <span>
            <b aria-hidden="true">{strengthSigns.related}</b> {strengthWords.related}
          </span>
          <a href="#matrix" className="no-print">
            一覧の表へ
          </a>
        </p>
        <h2 className="mt-6">ゴールごとに見る</h2>
        <ol className="list-plain sdg-goals">
          {sdgGoals.map((goal) => (
            <GoalItem
              key={goal.number}
              reading={reading}
              goal={goal}
              links={linksTo(linked, goal)}
              declarations={declarations.filter(({ goals }) => goals.includes(goal.number))}
            />
          ))}
        </ol>
      </div>
      <div className="page section" id="matrix">
        <h2>施策と17のゴールの表</h2>
        <SdgMatrix reading={reading} branches={linked} />
        <p className="chart-caption">横に動かして見られます。表の値は「オープンデータ」でも受け取れます。</p>
      </div>
    </>
  );
}

function linksTo(branches: readonly Branch[], goal: SdgGoal): readonly Link[] {
  const links = branches.flatMap((branch) =>
    branch.node.sdgs
      .filter((link) => link.goal === goal.number)
      .map(({ strength, reason }) => ({ branch, strength, reason })),
  );
  return links.sort((a, b) => a.strength.localeCompare(b.strength));
}

interface GoalItemProps extends Props {
  readonly goal: SdgGoal;
  readonly links: readonly Link[];
}

function GoalItem({ reading, goal, links, declarations }: GoalItemProps): ReactNode {
  const note = reading.edition.snapshot.sdgGapNotes.find((each) => each.goal === goal.number)?.explanation;
  return (
    <li id={`goal-${goal.number}`}>
      <details>
        <summary>
          <SdgSwatch goal={goal.number} />
          <span className="sdg-goal-name">
            <b>{goal.number}</b> {goal.name}
          </span>
          <span className="sdg-goal-count">{links.length === 0 ? "−" : `${links.length}件`}</span>
        </summary>
        {links.length === 0 && <p className="sdg-gap">{note ?? "直接つながる施策はありません。"}</p>}
        <ul className="list-plain">
          {links.map((link) => (
            <li key={link.branch.node.id} className={hueOf(link.branch.goalNumber)}>
              <a href={nodeHref(reading, link.branch.node)}>{codeAndTitle(link.branch.node)}</a>
              <span className="sdg-reason">
                <span aria-hidden="true">{strengthSigns[link.strength]} </span>
                {strengthWords[link.strength]}
                {link.reason !== "" && `：${link.reason}`}
              </span>
            </li>
          ))}
        </ul>
        {links.length > 0 && note && <p className="sdg-gap">{note}</p>}
        <GoalDeclarations site={reading.site} declarations={declarations} />
      </details>
    </li>
  );
}
