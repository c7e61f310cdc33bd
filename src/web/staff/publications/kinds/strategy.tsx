import type { ReactNode } from "react";
import type { Ctx } from "#domain/audit/index.ts";
import { planById, removePapers, requestPaper } from "#domain/plan/index.ts";
import { headFor, stateOf, storedPublications, type CandidateCheck } from "#domain/publication/index.ts";
import {
  listStrategies,
  mayReadStrategy,
  publishableStrategy,
  strategyBySlug,
  type StrategySnapshot,
} from "#domain/strategy/index.ts";
import { addressOf } from "../../strategy/addresses.ts";
import type { PublicationKind } from "./kind.ts";

export const strategyKind: PublicationKind<StrategySnapshot> = {
  publishable: publishableStrategy,
  name: "総合戦略",
  example: "令和9年3月策定版",
  things: async (ctx) => {
    const strategies = mayReadStrategy(ctx.actor) ? await listStrategies(ctx) : [];
    return strategies.map(({ slug, name }) => ({
      reference: slug,
      name,
      href: addressOf.strategy(slug),
      divisionId: "",
    }));
  },
  contents: async () => (
    <p className="prose mb-6">
      基本目標・施策・KPI、人口ビジョン、位置づけのある交付金事業が公開されます。点検の指摘と、認めた理由は公開されません。
    </p>
  ),
  pages: (slug) => [{ path: `/strategy/${slug}`, label: "総合戦略のページを見る" }],
  changes: (check) => <Changes check={check} />,
  afterwards: async (ctx, { reference }) => renewPaper(ctx, (await strategyBySlug(ctx, reference)).strategy.planId),
  removeCopies: removePapers,
};

/** The plan's printed version carries the strategy, so the one that citizens read is made anew. */
async function renewPaper(ctx: Ctx, planId: string): Promise<void> {
  const { slug } = await planById(ctx, planId);
  const head = headFor(await storedPublications(ctx).heads(), "plan", slug);
  if (head && stateOf(head) === "current") await requestPaper(ctx, { planId, publicationId: head.id, form: "pdf" });
}

/** How much of each part there is. */
function countsOf({ goals, population, grants }: StrategySnapshot) {
  const measures = goals.flatMap((goal) => goal.measures);
  return [
    { name: "基本目標", count: goals.length },
    { name: "数値目標", count: goals.flatMap(({ figures }) => figures).length },
    { name: "施策", count: new Set(measures.map(({ id }) => id)).size },
    { name: "KPI", count: new Set(measures.flatMap(({ kpis }) => kpis.map(({ id }) => id))).size },
    { name: "人口の推計", count: population.paths.length },
    { name: "交付金事業", count: grants.length },
  ];
}

function Changes({ check }: { readonly check: CandidateCheck<StrategySnapshot> }): ReactNode {
  const { before, after, standing } = check;
  const earlier = before && countsOf(before);
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  return (
    <>
      <p>
        {standing ? `いま公開している「${standing.label}」とくらべます。` : "まだ公開していません。"}
        {standing && isSame && "中身は同じです。"}
      </p>
      <ul className="mt-2 list-disc pl-6">
        {countsOf(after).map(({ name, count }, index) => (
          <li key={name}>
            {name}：{count}
            {earlier && earlier[index]?.count !== count && `（いまは${earlier[index]?.count}）`}
          </li>
        ))}
      </ul>
    </>
  );
}
