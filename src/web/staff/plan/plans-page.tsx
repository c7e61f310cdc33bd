import type { ReactNode } from "react";
import { listPlans, mayManagePlans, planKindLabels, type Plan } from "#domain/plan/index.ts";
import { storedPublications, opennessLabels, type PublicationHead } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { periodLabel } from "#kernel/period.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import { TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";

export async function showPlans(visit: Visit): Promise<Response> {
  const plans = await listPlans(visit.ctx);
  const heads = await storedPublications(visit.ctx).heads();
  return page(
    <StaffPage visit={visit} title="計画">
      {plans.length === 0 ? <SetUpGuide visit={visit} /> : <PlanTable plans={plans} heads={heads} />}
      {plans.length > 0 && mayManagePlans(visit.ctx.actor) && (
        <p className="actions mt-6">
          <a href={addressOf.newPlan} className="button">
            計画を作る
          </a>
        </p>
      )}
    </StaffPage>,
  );
}

/** What to do in a city that has no plan yet. */
function SetUpGuide({ visit }: { readonly visit: Visit }): ReactNode {
  if (!mayManagePlans(visit.ctx.actor)) return <p>計画はまだありません。企画の担当者が作ると、ここに並びます。</p>;
  return (
    <section className="card prose" aria-labelledby="guide">
      <h2 id="guide" className="text-[1.25rem]">
        はじめに
      </h2>
      <p>計画はまだありません。次の順に進めると、市民が読める計画のページができます。</p>
      <ol className="list-decimal space-y-2 pl-6">
        <li>
          <b>計画を作る</b>：計画名、期間、階層（基本目標・政策・施策など）を決めます。
        </li>
        <li>
          <b>体系と指標を入れる</b>：Excelから取り込むか、画面で1つずつ加えます。
        </li>
        <li>
          <b>各課が施策のページを書く</b>：足りないところは、計画のページに一覧で出ます。
        </li>
        <li>
          <b>公表する</b>：市民に見えるページを確かめてから公表します。
        </li>
      </ol>
      <p className="actions">
        <a href={addressOf.newPlan} className="button">
          計画を作る
        </a>
        <a href={`${addressOf.newPlan}?then=import`} className="button button-secondary">
          Excelから取り込む
        </a>
      </p>
      <p className="text-solid-gray-700">Excelから取り込むときも、先に計画名と期間を入力します。</p>
    </section>
  );
}

function PlanTable({
  plans,
  heads,
}: {
  readonly plans: readonly Plan[];
  readonly heads: readonly PublicationHead[];
}): ReactNode {
  return (
    <TableFrame label="計画の一覧">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">計画名</th>
            <th scope="col">種別</th>
            <th scope="col">期間</th>
            <th scope="col">公開</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.id}>
              <th scope="row" className="min-w-48">
                <a href={addressOf.plan(plan)}>{plan.name}</a>
              </th>
              <td>{planKindLabels[plan.kind]}</td>
              <td>{periodLabel(plan)}</td>
              <td>{publicationWords(plan, heads)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** What is public of a plan: the newest that is neither withdrawn nor purged. */
export function publicationWords({ slug }: Pick<Plan, "slug">, heads: readonly PublicationHead[]): string {
  const own = heads.find(
    (head) => head.subject === "plan" && head.reference === slug && !head.withdrawal && !head.purge,
  );
  if (!own) return "まだ公開していません";
  return `${opennessLabels[own.openness]}（${own.label}、${dateWithBoth(tokyoDay(own.publishedAt))}）`;
}
