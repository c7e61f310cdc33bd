import type { ReactNode } from "react";
import { Rich } from "#web/ui/rich-text.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { hueOf } from "#web/public/hue.ts";
import { type Reading } from "./addresses.ts";
import { BranchList } from "./branch-list.tsx";
import { codeAndTitle, type Branch } from "./branches.ts";
import { EditionNotice } from "./edition-notice.tsx";
import { crumbsOf } from "./measure-page.tsx";
import { aimOf } from "./measure-sections.tsx";
import { AskBox, Neighbours } from "./surroundings.tsx";

interface BranchPageProps {
  readonly reading: Reading;
  readonly branch: Branch;
  readonly previous: Branch | undefined;
  readonly next: Branch | undefined;
}

/** The page of a goal or policy (基本目標, 政策): what it aims at, then everything below it to choose from. */
export function BranchPage({ reading, branch, previous, next }: BranchPageProps): ReactNode {
  const { site, edition } = reading;
  const { node } = branch;
  const aim = aimOf(node);
  return (
    <PublicPage
      site={site}
      title={codeAndTitle(node)}
      section="plan"
      publication={edition.head}
      crumbs={crumbsOf(reading, branch)}
    >
      <article className={hueOf(branch.goalNumber)}>
        <header className="measure-head">
          <div className="page">
            <EditionNotice {...reading} />
            <p className="measure-kind">
              <span className="code-chip">
                {branch.levelName} {node.code}
              </span>
              {node.keyword}
            </p>
            <h1>{node.title}</h1>
            {aim.lead !== "" && <p className="measure-aim">{`${aim.lead}${aim.rest}`}</p>}
          </div>
        </header>
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
          </div>
        </div>
        <Neighbours reading={reading} previous={previous} next={next} />
      </article>
    </PublicPage>
  );
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
