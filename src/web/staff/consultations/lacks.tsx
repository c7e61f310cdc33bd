import type { ReactNode } from "react";
import { Notice } from "#web/ui/parts.tsx";

/** What must be written before a consultation can be announced; nothing where all is there. */
export function Lacks({ lacks }: { readonly lacks: readonly string[] }): ReactNode {
  if (lacks.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice title="公示の前に書くもの" tone="caution">
        <p>{lacks.join("、")}</p>
      </Notice>
    </div>
  );
}
