import type { ReactNode } from "react";
import { nodeHref, type Reading } from "./addresses.ts";
import type { Branch } from "./branches.ts";

interface BranchListProps {
  readonly reading: Reading;
  readonly branches: readonly Branch[];
  /** 再掲: branches from elsewhere that are also listed here. */
  readonly repeated?: readonly Branch[];
}

/** Branches to go on to: code, title, and the keyword people look for. */
export function BranchList({ reading, branches, repeated = [] }: BranchListProps): ReactNode {
  return (
    <ul className="list-plain branch-list">
      {branches.map((branch) => (
        <BranchItem key={branch.node.id} reading={reading} branch={branch} />
      ))}
      {repeated.map((branch) => (
        <BranchItem key={branch.node.id} reading={reading} branch={branch} mark="再掲" />
      ))}
    </ul>
  );
}

function BranchItem({
  reading,
  branch: { node },
  mark,
}: {
  readonly reading: Reading;
  readonly branch: Branch;
  readonly mark?: string;
}): ReactNode {
  return (
    <li>
      <a href={nodeHref(reading, node)}>
        <span className="branch-code">{node.code}</span>
        <span className="branch-title">{node.title}</span>
        {node.isPriority && <span className="badge">重点</span>}
        {mark && <span className="badge">{mark}</span>}
      </a>
    </li>
  );
}
