import type { ReactNode } from "react";
import { mayManagePlans, rebasingOf, type PlanWithLevels } from "#domain/plan/index.ts";
import type { Visit } from "#web/visit.ts";
import { checksPath } from "../checks/addresses.ts";
import { addressOf as versionsOf } from "../documents/addresses.ts";
import { lineagePath } from "../lineage/addresses.ts";
import { rebasingPath } from "../rebasing/addresses.ts";
import { RebasingNotice } from "../rebasing/rebasing-notice.tsx";

/** From which plan this one was made, while that can be taken back; nothing for others. */
export async function rebasingNotice({ ctx }: Visit, plan: PlanWithLevels): Promise<ReactNode> {
  const rebasing = await rebasingOf(ctx, plan);
  return rebasing && <RebasingNotice plan={plan} rebasing={rebasing} mayUndo={mayManagePlans(ctx.actor)} />;
}

/** Ways from a plan's page to what looks at the plan as a whole. */
export function PlanWays({ visit, plan }: { readonly visit: Visit; readonly plan: PlanWithLevels }): ReactNode {
  const ways = [
    { href: versionsOf.list(plan), label: "版と新旧対照表" },
    { href: checksPath.list(plan), label: "点検の一覧" },
    { href: checksPath.quality(plan), label: "課ごとの入力の状況" },
    ...(plan.predecessorId === null ? [] : [{ href: lineagePath.board(plan), label: "前の計画との対応" }]),
    ...(mayManagePlans(visit.ctx.actor)
      ? [{ href: rebasingPath.start(plan), label: "この計画を組み直して、新しい計画を作る" }]
      : []),
  ];
  return (
    <ul className="list-plain mt-4 flex flex-wrap gap-x-6 gap-y-2">
      {ways.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
