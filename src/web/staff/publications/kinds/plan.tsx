import type { ReactNode } from "react";
import type { Ctx } from "#domain/audit/index.ts";
import {
  indicatorFaultLabels,
  listPlans,
  missingLabels,
  planBySlug,
  planState,
  publishablePlan,
  removePapers,
  requestPaper,
  snapshotDifference,
  type Finding,
  type PlanSnapshot,
} from "#domain/plan/index.ts";
import { Notice } from "#web/ui/parts.tsx";
import { erasuresPath } from "../../erasures/addresses.ts";
import type { PublicationKind } from "./kind.ts";
import { PlanChanges } from "./plan-changes.tsx";

export const planKind: PublicationKind<PlanSnapshot> = {
  publishable: publishablePlan,
  name: "計画",
  example: "素案、パブリックコメント版、令和9年3月策定版",
  things: async (ctx) =>
    (await listPlans(ctx)).map(({ slug, name, divisionId }) => ({
      reference: slug,
      name,
      href: `/staff/plans/${slug}`,
      divisionId: divisionId ?? "",
    })),
  contents: async () => null,
  pages: (slug) => [
    { path: `/plan/${slug}`, label: "計画のページを見る" },
    { path: "/", label: "トップページ" },
    { path: "/indicators", label: "進みぐあい" },
    { path: "/sdgs", label: "SDGs" },
    { path: "/opendata", label: "オープンデータ" },
  ],
  changes: ({ before, after, standing, candidate }, hrefOf) => (
    <PlanChanges
      difference={snapshotDifference(before, after)}
      against={standing?.label}
      hrefOf={(code) => hrefOf(`/plan/${candidate.reference}/${encodeURIComponent(code)}`)}
    />
  ),
  warnings: async (ctx, slug) => <Findings slug={slug} findings={await findingsOf(ctx, slug)} />,
  afterwards: async (ctx, { id, reference }) => {
    const plan = await planBySlug(ctx, reference);
    await requestPaper(ctx, { planId: plan.id, publicationId: id, form: "pdf" });
  },
  removeCopies: removePapers,
  leftovers: (slug) => (
    <>
      作業中の計画の版歴と取り込んだ表は、<a href={erasuresPath(slug)}>計画の内容の消去</a>で別に消します。
    </>
  ),
};

async function findingsOf(ctx: Ctx, slug: string): Promise<readonly Finding[]> {
  return (await planState(ctx, await planBySlug(ctx, slug))).findings;
}

interface FindingsProps {
  readonly slug: string;
  readonly findings: readonly Finding[];
}

function Findings({ slug, findings }: FindingsProps): ReactNode {
  if (findings.length === 0) return <Notice tone="good" title="足りない項目はありません。" />;
  return (
    <>
      <p>{findings.length}の施策に、足りない項目があります。このままでも公開できます。</p>
      <details className="card mt-3" open={findings.length <= 10}>
        <summary className="font-bold">足りない項目の一覧</summary>
        <ul className="mt-2 list-disc pl-6">
          {findings.map(({ measure, missing, indicators }) => (
            <li key={measure.id}>
              <a href={`/staff/plans/${slug}/nodes/${measure.id}`}>
                {measure.code} {measure.title}
              </a>
              {missing.length > 0 && `：${missing.map((each) => missingLabels[each]).join("、")}がない`}
              {indicators.map(({ id, code, name, faults }) => (
                <span key={id} className="block">
                  {code} {name}：{faults.map((fault) => indicatorFaultLabels[fault]).join("、")}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
