import type { ReactNode } from "react";
import type { PublicationHead } from "#domain/publication/published.ts";
import { countOf } from "#kernel/counting.ts";
import { periodLabel } from "#kernel/period.ts";
import { hrefIn } from "#web/site.ts";
import type { Edition } from "#web/public/editions.ts";
import { Icon } from "#web/ui/icons.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { diagramHref, planHref, type Reading } from "./addresses.ts";
import { allOf, branchesOf, type Branch } from "./branches.ts";
import { EditionHistory, EditionNotice } from "./edition-notice.tsx";
import { documentsHref } from "#web/public/documents/addresses.ts";
import { PaperLink, type PaperFacts } from "./paper-link.tsx";
import { followersOf } from "./lineage.ts";
import { TreeList } from "./tree-list.tsx";

interface PlanPageProps {
  readonly reading: Reading;
  /** Every publication of this plan, the newest first. */
  readonly heads: readonly PublicationHead[];
  /** The other plans that can be read. */
  readonly others: readonly Edition[];
  readonly isOpen: boolean;
  /** Whether this is the page 「計画を読む」 itself, not that of a plan chosen by name. */
  readonly isEntrance: boolean;
  /** Its printed form, once it is made. */
  readonly paper: PaperFacts | undefined;
  /** Whether versions of a document (骨子案, 素案) may be read. */
  readonly hasDocuments: boolean;
}

/** A plan: what it wants, its tree to walk into, its editions; other plans at the end. */
export function PlanPage({
  reading,
  heads,
  others,
  isOpen,
  isEntrance,
  paper,
  hasDocuments,
}: PlanPageProps): ReactNode {
  const { site, edition } = reading;
  const { plan } = edition.snapshot;
  const roots = branchesOf(edition.snapshot);
  const title = isEntrance ? "計画を読む" : plan.name;
  const crumbs = isEntrance ? [] : [{ href: hrefIn(site, "/plan"), label: "計画を読む" }];
  return (
    <PublicPage
      site={site}
      title={title}
      detail={isEntrance ? plan.name : undefined}
      section="plan"
      publication={edition.head}
      crumbs={crumbs}
      description={`${plan.name}（${periodLabel(plan)}）`}
    >
      <div className="page section-first">
        <EditionNotice {...reading} />
        <h1 className="plan-name">{plan.name}</h1>
        <p className="plan-period">{periodLabel(plan)}</p>
        {plan.vision !== "" && (
          <p className="plan-vision">
            <small>めざすまちの姿</small>
            {plan.vision}
          </p>
        )}
        <PlanSummary text={plan.summary} />
        <Succession reading={reading} others={others} />
      </div>
      <section className="page section" aria-labelledby="tree-title">
        <div className="section-head">
          <h2 id="tree-title">計画のすべて</h2>
          <p className="section-note">{countsOf(roots)}</p>
        </div>
        <ul className="list-plain way-list no-print">
          <li>
            <a href={diagramHref(reading)}>1枚の図（体系図）で見る</a>
          </li>
          <PaperLink reading={reading} paper={paper} />
          <li>
            <a href={`${planHref(reading)}${edition.successor ? "&" : "?"}open=${isOpen ? "none" : "all"}#tree-title`}>
              {isOpen ? "目標ごとに閉じる" : "すべて開く"}
            </a>
          </li>
        </ul>
        <TreeList reading={reading} roots={roots} isOpen={isOpen} />
      </section>
      <section className="page section" aria-labelledby="history-title">
        <h2 id="history-title">この計画の版</h2>
        <EditionHistory site={site} heads={heads} />
        {hasDocuments && (
          <p className="mt-4">
            <a href={documentsHref(site)}>骨子案や素案を読む・くらべる（計画書の案と版）</a>
          </p>
        )}
      </section>
      {others.length > 0 && <OtherPlans site={site} others={others} />}
    </PublicPage>
  );
}

function PlanSummary({ text }: { readonly text: string }): ReactNode {
  const paragraphs = text.split("\n").filter((line) => line !== "");
  return (
    <div className="prose mt-6">
      {paragraphs.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** The plan before this one, and the one that followed it. */
function Succession({ reading, others }: Pick<PlanPageProps, "reading" | "others">): ReactNode {
  const { site, edition } = reading;
  const before = edition.snapshot.predecessor;
  const readable = others.find(({ head }) => head.reference === before?.slug);
  const after = followersOf(edition, others);
  if (!before && after.length === 0) return null;
  return (
    <ul className="list-plain mt-4">
      {before && (
        <li>前の計画：{readable ? <a href={planHref({ site, edition: readable })}>{before.name}</a> : before.name}</li>
      )}
      {after.map((next) => (
        <li key={next.head.id}>
          次の計画：<a href={planHref({ site, edition: next })}>{next.snapshot.plan.name}</a>
          {next.head.openness === "discussion" && <span className="stamp">未確定</span>}
        </li>
      ))}
    </ul>
  );
}

/** 「7つの基本目標、20の政策、49の施策」. */
export function countsOf(roots: readonly Branch[]): string {
  const counts = new Map<string, number>();
  for (const { levelName } of allOf(roots)) counts.set(levelName, (counts.get(levelName) ?? 0) + 1);
  return [...counts].map(([name, count]) => countOf(count, name)).join("、");
}

function OtherPlans({
  site,
  others,
}: {
  readonly site: Reading["site"];
  readonly others: readonly Edition[];
}): ReactNode {
  return (
    <section className="page section" aria-labelledby="others-title">
      <h2 id="others-title">ほかの計画</h2>
      <ul className="list-plain other-plans">
        {others.map((edition) => (
          <li key={edition.head.id}>
            <a href={planHref({ site, edition })} className="other-plan">
              <Icon name="file" />
              <span>
                {edition.snapshot.plan.name}
                <small>{periodLabel(edition.snapshot.plan)}</small>
              </span>
              {edition.head.openness === "discussion" && <span className="stamp stamp-small">未確定</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
