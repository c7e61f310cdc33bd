import type { ReactNode } from "react";
import {
  indicatorFaultLabels,
  mayMakePapers,
  mayManagePlans,
  missingLabels,
  planBySlug,
  planKindLabels,
  planState,
  type Finding,
  type PlanState,
  type PlanWithLevels,
} from "#domain/plan/index.ts";
import { mayPublish, storedPublications } from "#domain/publication/index.ts";
import { periodLabel } from "#kernel/period.ts";
import { page } from "#web/answer.tsx";
import type { Option } from "#web/ui/forms.tsx";
import { Badge, Empty, Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf as publications } from "../publications/addresses.ts";
import { addressOf, nodeName, planCrumbs } from "./addresses.ts";
import { divisionOptions, labelOf } from "./division-options.ts";
import { PlanWays, rebasingNotice } from "./plan-ways.tsx";
import { publicationWords } from "./plans-page.tsx";

export async function showPlan(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const plan = await planBySlug(ctx, visit.params["slug"] ?? "");
  const state = await planState(ctx, plan);
  const heads = await storedPublications(ctx).heads();
  const isEmpty = state.levels.every((level) => level.nodes === 0);
  return page(
    <StaffPage visit={visit} title={plan.name} crumbs={planCrumbs()}>
      <p className="mb-4 text-solid-gray-700">
        {planKindLabels[plan.kind]}　{periodLabel(plan)}　公開：{publicationWords(plan, heads)}
      </p>
      {plan.vision && <p className="mb-6 text-[1.25rem] font-bold">{plan.vision}</p>}
      {await rebasingNotice(visit, plan)}
      <Doings visit={visit} plan={plan} isEmpty={isEmpty} />
      {!isEmpty && <PlanWays visit={visit} plan={plan} />}
      <Counts state={state} />
      {!isEmpty && <Checks plan={plan} state={state} divisions={await divisionOptions(ctx)} />}
    </StaffPage>,
  );
}

function Doings({
  visit,
  plan,
  isEmpty,
}: {
  readonly visit: Visit;
  readonly plan: PlanWithLevels;
  readonly isEmpty: boolean;
}): ReactNode {
  const { actor } = visit.ctx;
  const manages = mayManagePlans(actor);
  const importLink = (
    <a href={addressOf.imports(plan)} className={`button ${isEmpty ? "" : "button-secondary"}`}>
      Excelから取り込む
    </a>
  );
  return (
    <p className="actions">
      {manages && isEmpty && importLink}
      <a href={addressOf.tree(plan)} className={`button ${manages && isEmpty ? "button-secondary" : ""}`}>
        施策体系を開く
      </a>
      <a href={addressOf.measures(plan)} className="button button-secondary">
        施策の一覧
      </a>
      <a href={addressOf.indicators(plan)} className="button button-secondary">
        指標の一覧
      </a>
      <a href={addressOf.sdgs(plan)} className="button button-secondary">
        SDGsの表
      </a>
      {!isEmpty && mayMakePapers(actor) && (
        <a href={addressOf.papers(plan)} className="button button-secondary">
          計画書をつくる
        </a>
      )}
      {manages && !isEmpty && importLink}
      {manages && (
        <a href={addressOf.settings(plan)} className="button button-secondary">
          計画の設定
        </a>
      )}
      {mayPublish(actor) && !isEmpty && (
        <a href={publications.preparation("plan", plan.slug)} className="button button-secondary">
          公表へ進む
        </a>
      )}
    </p>
  );
}

function Counts({ state }: { readonly state: PlanState }): ReactNode {
  const counts = [
    ...state.levels.map((level) => ({ name: level.name, count: level.nodes })),
    { name: "成果指標", count: state.indicators },
  ];
  return (
    <section className="mt-8" aria-label="数">
      <dl className="flex flex-wrap gap-4">
        {counts.map(({ name, count }) => (
          <div key={name} className="card flex min-w-32 flex-col !p-4">
            <dt className="text-solid-gray-700">{name}</dt>
            <dd className="text-[1.75rem] font-bold">{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface ChecksProps {
  readonly plan: PlanWithLevels;
  readonly state: PlanState;
  readonly divisions: readonly Option[];
}

/** What is missing, division by division, each with the way to the page where it is filled in. */
function Checks({ plan, state, divisions }: ChecksProps): ReactNode {
  const complete = state.measures - state.findings.length;
  const owners = [...new Set(state.findings.map((finding) => finding.measure.divisionId))];
  const order = (id: string | null) => (id === null ? -1 : divisions.findIndex((division) => division.value === id));
  return (
    <section className="mt-10" aria-labelledby="checks">
      <h2 id="checks" className="text-[1.25rem]">
        点検
      </h2>
      <p className="mt-2">
        施策{state.measures}のうち、{complete}のページがそろっています。
      </p>
      {state.findings.length === 0 && (
        <div className="mt-4">
          <Notice tone="good" title="足りないところはありません。">
            公表へ進めます。
          </Notice>
        </div>
      )}
      {owners
        .sort((a, b) => order(a) - order(b))
        .map((owner) => {
          const own = state.findings.filter((finding) => finding.measure.divisionId === owner);
          return (
            <details key={owner ?? "none"} className="card mt-4" open={owners.length <= 3}>
              <summary className="font-bold">
                {owner === null ? "主管課が決まっていない施策" : labelOf(divisions, owner) || "廃止された課"}（
                {own.length}）
              </summary>
              <ul className="list-plain mt-3 divide-y divide-solid-gray-200">
                {own.map((finding) => (
                  <FindingRow key={finding.measure.id} plan={plan} finding={finding} />
                ))}
              </ul>
            </details>
          );
        })}
      {state.measures === 0 && (
        <Empty title="施策がまだありません。">
          <p>「施策体系を開く」から加えるか、Excelから取り込みます。</p>
        </Empty>
      )}
    </section>
  );
}

function FindingRow({ plan, finding }: { readonly plan: PlanWithLevels; readonly finding: Finding }): ReactNode {
  const { measure, missing, indicators } = finding;
  return (
    <li className="py-3">
      <a href={addressOf.node(plan, measure.id)} className="font-bold">
        {nodeName(measure)}
      </a>
      {missing.length > 0 && (
        <p className="mt-1 flex flex-wrap items-center gap-2">
          {missing.map((each) => (
            <Badge key={each} tone="caution">
              {missingLabels[each]}がない
            </Badge>
          ))}
        </p>
      )}
      {indicators.map((indicator) => (
        <p key={indicator.id} className="mt-1 pl-4">
          <a href={addressOf.indicator(plan, indicator.id)}>
            {indicator.code} {indicator.name}
          </a>
          ：{indicator.faults.map((fault) => indicatorFaultLabels[fault]).join("、")}
        </p>
      ))}
    </li>
  );
}
