import type { ReactNode } from "react";
import type { LoanOfGone, Manuscript } from "#domain/documents/index.ts";
import { Form } from "#web/ui/forms.tsx";
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

interface LeftOutProps {
  readonly manuscript: Manuscript;
  readonly mayShape: boolean;
}

/** Nodes that the document would leave out. */
export function UnboundNotice({ manuscript: { unbound, plan, lines }, mayShape }: LeftOutProps): ReactNode {
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

/** Sections whose nodes were removed from the plan: where they stood, and what stands there now. */
export function LeftOutNotice({ manuscript: { gone, plan }, mayShape }: LeftOutProps): ReactNode {
  if (gone.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice
        tone="caution"
        title={`施策体系から削除された項目の節が${gone.length}件あります。この節は、計画書に載りません。`}
      >
        <ul className="mt-2 list-disc pl-6">
          {gone.map(({ id, below }) => (
            <li key={id}>
              （削除された項目）
              {below.length > 0 &&
                `　下にあった${below.map((name) => `「${name}」`).join("")}は、この節のあった所に載ります。`}
              {mayShape && (
                <Form action={`${addressOf.outline(plan)}/removals`} className="mt-1">
                  <input type="hidden" name="id" value={id} />
                  <button className="button button-secondary button-small">この節を外す</button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        <p className="mt-2">項目を施策体系に戻すと、節ももとの所に戻ります。</p>
      </Notice>
    </div>
  );
}
