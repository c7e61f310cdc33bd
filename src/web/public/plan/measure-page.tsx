import type { ReactNode } from "react";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { hueOf } from "#web/public/hue.ts";
import { hrefIn } from "#web/site.ts";
import type { DocumentEdition } from "#web/public/documents/edition.ts";
import { NodeVersions } from "#web/public/documents/node-versions.tsx";
import { nodeHref, planHref, type Reading } from "./addresses.ts";
import { ancestorsOf, codeAndTitle, type Branch } from "./branches.ts";
import type { Lineage } from "./lineage.ts";
import { LineageSection } from "./lineage-section.tsx";
import { aimOf, sectionsOf, type Beside, type Section } from "./measure-sections.tsx";
import { PageHead } from "./page-head.tsx";
import { AskBox, Neighbours, Standing } from "./surroundings.tsx";

export interface MeasureProps {
  readonly reading: Reading;
  readonly branch: Branch;
  /** The pages before and after this one, in the order of the plan. */
  readonly previous: Branch | undefined;
  readonly next: Branch | undefined;
  /** The published statistics that it may cite, and the opinions about it. */
  readonly beside: Beside;
  /** Where one can have a say on the plan now. */
  readonly sayHref: string | undefined;
  readonly lineage: Lineage;
  /** The versions of plans' documents that may be read. */
  readonly documents: readonly DocumentEdition[];
}

/** The page of a measure (施策): the aim in one sentence, then pictures, then what is done and by whom. */
export function MeasurePage(props: MeasureProps): ReactNode {
  const { reading, branch, previous, next, beside, sayHref, lineage, documents } = props;
  const { site, edition } = reading;
  const { node } = branch;
  const sections = sectionsOf(reading, branch, beside);
  return (
    <PublicPage
      site={site}
      title={codeAndTitle(node)}
      section="plan"
      publication={edition.head}
      description={aimOf(node).lead || `${edition.snapshot.plan.name}の${branch.levelName}`}
      crumbs={crumbsOf(reading, branch)}
    >
      <article className={hueOf(branch.goalNumber)}>
        <PageHead reading={reading} branch={branch} />
        <div className="page measure-body">
          <aside className="measure-side">
            <Contents sections={sections} />
            <AskBox reading={reading} branch={branch} sayHref={sayHref} />
          </aside>
          <div className="measure-main">
            {sections.map(({ id, title, content }) => (
              <section key={id} id={id} aria-labelledby={`${id}-title`} className="measure-section">
                <h2 id={`${id}-title`}>{title}</h2>
                {content}
              </section>
            ))}
            <LineageSection site={site} lineage={lineage} levelName={branch.levelName} />
            <Standing reading={reading} branch={branch} />
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

export function crumbsOf(reading: Reading, branch: Branch): { href: string; label: string }[] {
  const plan = [
    { href: hrefIn(reading.site, "/plan"), label: "計画を読む" },
    { href: planHref(reading), label: reading.edition.snapshot.plan.name },
  ];
  return [
    ...plan,
    ...ancestorsOf(branch).map(({ node }) => ({ href: nodeHref(reading, node), label: codeAndTitle(node) })),
  ];
}

/** The table of contents: beside the text on wide screens, where it stays; above it on a phone. */
function Contents({ sections }: { readonly sections: readonly Section[] }): ReactNode {
  return (
    <nav aria-label="このページの内容" className="page-contents no-print">
      <p className="contents-title">このページの内容</p>
      <ul className="list-plain">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
        <li>
          <a href="#ask">担当の課</a>
        </li>
      </ul>
    </nav>
  );
}
