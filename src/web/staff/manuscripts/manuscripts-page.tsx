import type { ReactNode } from "react";
import { listPlans, type Plan } from "#domain/plan/index.ts";
import { periodLabel } from "#kernel/period.ts";
import { page } from "#web/answer.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";

/** The plans whose document is written here. */
export async function showManuscripts(visit: Visit): Promise<Response> {
  const plans = await listPlans(visit.ctx);
  return page(
    <StaffPage visit={visit} title="原稿">
      <p className="mb-6">計画書の章と節を、課で分けて書きます。計画を選んでください。</p>
      {plans.length === 0 ? <Empty title="計画は、まだありません。" /> : <Plans plans={plans} />}
    </StaffPage>,
  );
}

function Plans({ plans }: { readonly plans: readonly Plan[] }): ReactNode {
  return (
    <ul className="list-plain grid gap-4 min-[900px]:grid-cols-2">
      {plans.map((plan) => (
        <li key={plan.id} className="card">
          <a href={addressOf.manuscript(plan)} className="text-lg font-bold">
            {plan.name}
          </a>
          <p className="text-solid-gray-700">{periodLabel(plan)}</p>
        </li>
      ))}
    </ul>
  );
}
