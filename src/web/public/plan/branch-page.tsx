import type { ReactNode } from "react";
import { Rich } from "#web/ui/rich-text.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { hueOf } from "#web/public/hue.ts";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import { NodeVersions } from "#web/public/documents/node-versions.tsx";
import { type Reading } from "./addresses.ts";
import { BranchList } from "./branch-list.tsx";
import { codeAndTitle, type Branch } from "./branches.ts";
import type { Lineage } from "./lineage.ts";
import { LineageSection } from "./lineage-section.tsx";
import { crumbsOf } from "./measure-page.tsx";
import { aimOf } from "./measure-sections.tsx";
import { PageHead } from "./page-head.tsx";
import { AskBox, Neighbours } from "./surroundings.tsx";

interface BranchPageProps {
  readonly reading: Reading;
  readonly branch: Branch;
  readonly previous: Branch | undefined;
  readonly next: Branch | undefined;
  readonly lineage: Lineage;
  /** The versions of plans' documents that may be read. */
  readonly documents: readonly DocumentEdition[];
}

/** The page of a goal or policy (基本目標, 政策): what it aims at, then everything below it to choose from. */
export function BranchPage({ reading, branch, previous, next, lineage, documents }: BranchPageProps): ReactNode {
  const { site, edition } = reading;
  const { node } = branch;
  return (
    <PublicPage
      site={site}
      title={codeAndTitle(node)}
      section="plan"
      publication={edition.head}
      description={descriptionOf(reading, branch)}
      crumbs={crumbsOf(reading, branch)}
    >
      <article className={hueOf(branch.goalNumber)}>
        <PageHead reading={reading} branch={branch} />
        <div className="page measure-body">
          <aside className="measure-side">
            <AskBox reading={reading} branch={branch} />
          </aside>
          <div className="measure-main">
            {node.fields.currentState && (
              <section className="measure-section">
                <h2>現状と課題</h2>
                <div className="prose">
                  <Rich text={node.fields.currentState} />
                </div>
              </section>
            )}
            <Below reading={reading} branch={branch} />
            <LineageSection site={site} lineage={lineage} levelName={branch.levelName} />
            <NodeVersions
              site={site}
              editions={documents}
              planId={edition.snapshot.plan.id}
              nodeId={branch.node.id}
              levelName={branch.levelName}
            />
          </div>
        </div>
        <Neighbours reading={reading} previous={previous} next={next} />
      </article>
    </PublicPage>
  );
}

/** The aim or, without one, what the page leads to. */
function descriptionOf({ edition }: Reading, { node, levelName, children }: Branch): string {
  const below = children.map((child) => child.node.title).join("、");
  return aimOf(node).lead || `${edition.snapshot.plan.name}の${levelName}${below === "" ? "" : `：${below}`}`;
}

/** What stands below: one list, or a list under each branch of the next level. */
function Below({ reading, branch }: { readonly reading: Reading; readonly branch: Branch }): ReactNode {
  const [first] = branch.children;
  if (!first) return <p>この下の項目はまだありません。</p>;
  if (!branch.children.some(({ children }) => children.length > 0)) {
    return (
      <section className="measure-section">
        <h2>{first.levelName}</h2>
        <BranchList reading={reading} branches={branch.children} />
      </section>
    );
  }
  return branch.children.map((child) => (
    <section key={child.node.id} className="measure-section">
      <h2>{codeAndTitle(child.node)}</h2>
      <BranchList reading={reading} branches={child.children.length > 0 ? child.children : [child]} />
    </section>
  ));
}
