import type { ReactNode } from "react";
import { mayErase } from "#domain/plan/index.ts";
import type { Visit } from "#web/visit.ts";
import { erasurePath } from "../erasures/addresses.ts";

interface ErasureLinkProps {
  readonly visit: Visit;
  readonly plan: { readonly slug: string };
  readonly sectionId: string;
}

/** To what a section keeps of its past, for those who may erase it. */
export function ErasureLink({ visit, plan, sectionId }: ErasureLinkProps): ReactNode {
  if (!mayErase(visit.ctx.actor)) return null;
  return (
    <p className="no-print mt-8">
      <a href={erasurePath(plan.slug, { kind: "section", targetId: sectionId })}>漏れた情報を原稿から消去する</a>
    </p>
  );
}
