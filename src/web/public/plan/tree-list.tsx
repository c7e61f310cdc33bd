import type { ReactNode } from "react";
import { hueOf } from "#web/public/hue.ts";
import { Icon } from "#web/ui/icons.tsx";
import { nodeHref, type Reading } from "./addresses.ts";
import { BranchList } from "./branch-list.tsx";
import type { Branch } from "./branches.ts";

interface TreeListProps {
  readonly reading: Reading;
  readonly roots: readonly Branch[];
  /** Every goal unfolded from the start. */
  readonly isOpen: boolean;
}

/** The tree (施策体系) as a list that unfolds goal by goal; each goal says in keywords what is inside. */
export function TreeList({ reading, roots, isOpen }: TreeListProps): ReactNode {
  return (
    <ol className="list-plain tree">
      {roots.map((root) => (
        <li key={root.node.id} className={`tree-goal ${hueOf(root.goalNumber)}`} id={`goal-${root.goalNumber}`}>
          <details open={isOpen}>
            <summary>
              <span className="tree-number">{root.node.code}</span>
              <span className="tree-name">
                <span className="tree-title">{root.node.title}</span>
                <span className="tree-words">{keywordsUnder(root).join("・")}</span>
              </span>
              <Icon name="down" className="tree-arrow" />
            </summary>
            <div className="tree-inside">
              <p>
                <a href={nodeHref(reading, root.node)}>この{root.levelName}のページ</a>
              </p>
              <Inside reading={reading} branches={root.children} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

function Inside({ reading, branches }: { readonly reading: Reading; readonly branches: readonly Branch[] }): ReactNode {
  if (!branches.some(({ children }) => children.length > 0))
    return <BranchList reading={reading} branches={branches} />;
  return branches.map((branch) => (
    <div key={branch.node.id} className="tree-policy">
      <h3>
        <span className="branch-code">{branch.node.code}</span>
        <a href={nodeHref(reading, branch.node)}>{branch.node.title}</a>
      </h3>
      {branch.children.length > 0 && <Inside reading={reading} branches={branch.children} />}
    </div>
  ));
}

/** The keywords of the next level, which tell what a goal is about; titles where there are none. */
export function keywordsUnder(root: Branch): readonly string[] {
  return root.children.map(({ node }) => node.keyword).filter((keyword) => keyword !== "");
}
