import type { ReactNode } from "react";
import type { Branch } from "./branches.ts";
import type { Reading } from "./addresses.ts";
import { EditionNotice } from "./edition-notice.tsx";
import { aimOf } from "./measure-sections.tsx";

interface PageHeadProps {
  readonly reading: Reading;
  readonly branch: Branch;
}

/** The head of every page of the tree: code, keyword, title, and the aim (目指す姿) in one sentence. */
export function PageHead({ reading, branch: { node, levelName, hasPage } }: PageHeadProps): ReactNode {
  const aim = aimOf(node);
  const chip = [hasPage ? "" : levelName, node.code].filter(Boolean).join(" ");
  return (
    <header className="measure-head">
      <div className="page">
        <EditionNotice {...reading} />
        <p className="measure-kind">
          {chip !== "" && <span className="code-chip">{chip}</span>}
          {node.keyword === "" && hasPage ? levelName : node.keyword}
          {node.isPriority && <span className="badge">重点</span>}
        </p>
        <h1>{node.title}</h1>
        {aim.lead !== "" && <p className="measure-aim">{aim.lead}</p>}
        {aim.rest !== "" && <p className="measure-aim-rest">{aim.rest}</p>}
      </div>
    </header>
  );
}
