import type { ReactNode } from "react";
import type { LoanOfGone, Manuscript } from "#domain/documents/index.ts";
import { Notice } from "#web/ui/parts.tsx";
import { nodeName } from "../plan/addresses.ts";
import { addressOf } from "./addresses.ts";

interface GoneProps {
  readonly manuscript: Manuscript;
  readonly gone: readonly Pick<LoanOfGone, "own" | "name">[];
}

/** One's own writing on sections that were taken out of the plan or the manuscript. */
export function GoneNotice({ gone, manuscript }: GoneProps): ReactNode {
  if (gone.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="caution" title={`外された節に、あなたの書いた文章が${gone.length}件残っています。`}>
        <ul className="mt-2 list-disc pl-6">
          {gone.map(({ own, name }) => (
            <li key={own.id}>
              <a href={addressOf.loan(manuscript.plan, own.id)}>{name}</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

interface UnboundProps {
  readonly manuscript: Manuscript;
  readonly mayShape: boolean;
}

/** Nodes that the document would leave out. */
export function UnboundNotice({ manuscript: { unbound, plan, lines }, mayShape }: UnboundProps): ReactNode {
  if (unbound.length === 0 || lines.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice
        tone="caution"
        title={`節のない施策などが${unbound.length}件あります。このままでは、計画書に載りません。`}
      >
        <details>
          <summary>どれかを見る</summary>
          <ul className="mt-2 list-disc pl-6">
            {unbound.map((node) => (
              <li key={node.id}>{nodeName(node)}</li>
            ))}
          </ul>
        </details>
        {mayShape && (
          <p className="mt-2">
            <a href={`${addressOf.outline(plan)}#bind`}>施策体系から節を作る</a>
          </p>
        )}
      </Notice>
    </div>
  );
}
