import type { ReactNode } from "react";
import { listFormulations, mayWriteFormulation } from "#domain/formulation/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { periodLabel } from "#kernel/period.ts";
import { page } from "#web/answer.tsx";
import { Empty } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";

/** The plans, those in formulation first. */
export async function showHome(visit: Visit): Promise<Response> {
  const all = await listFormulations(visit.ctx);
  const begun = all.filter(({ isBegun }) => isBegun);
  const others = all.filter(({ isBegun }) => !isBegun);
  const mayBegin = mayWriteFormulation(visit.ctx.actor);
  return page(
    <StaffPage visit={visit} title="策定">
      <p className="prose mb-6">
        計画をどのように作るかを策定方針に書き、段階ごとに、決まった版を関門で確かめて進めます。公表すると、市民のページで「いま、どこまで進んでいるか」が読めます。
      </p>
      {begun.length === 0 && (
        <Empty title="策定中の計画は、まだありません">
          <p>計画を選んで、策定を始めます。</p>
        </Empty>
      )}
      <ul className="list-plain grid max-w-3xl gap-4">
        {begun.map(({ plan }) => (
          <PlanCard key={plan.id} plan={plan} />
        ))}
      </ul>
      {mayBegin && others.length > 0 && (
        <section className="mt-10" aria-labelledby="others">
          <h2 id="others" className="text-[1.25rem]">
            策定を始めていない計画
          </h2>
          <ul className="mt-2 list-disc pl-6">
            {others.map(({ plan }) => (
              <li key={plan.id}>
                <a href={addressOf.start(plan.slug)}>「{plan.name}」の策定を始める</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </StaffPage>,
  );
}

function PlanCard({ plan }: { readonly plan: Plan }): ReactNode {
  return (
    <li className="card">
      <h2 className="text-[1.25rem]">
        <a href={addressOf.overview(plan.slug)}>{plan.name}</a>
      </h2>
      <p className="text-solid-gray-700">{periodLabel(plan)}</p>
      <p className="actions mt-3">
        <a href={addressOf.policy(plan.slug)}>策定方針</a>
        <a href={addressOf.stages(plan.slug)}>段階の設定</a>
      </p>
    </li>
  );
}
