import type { ReactNode } from "react";
import {
  listFormulations,
  mayReadFormulation,
  publishableFormulation,
  purgePolicy,
  stageStateLabels,
  type FormulationSnapshot,
} from "#domain/formulation/index.ts";
import type { CandidateCheck } from "#domain/publication/index.ts";
import { addressOf } from "../../formulation/addresses.ts";
import type { PublicationKind } from "./kind.ts";

export const formulationKind: PublicationKind<FormulationSnapshot> = {
  publishable: publishableFormulation,
  name: "策定の状況",
  example: "令和9年4月現在",
  things: async (ctx) =>
    (mayReadFormulation(ctx.actor) ? await listFormulations(ctx) : [])
      .filter(({ isBegun }) => isBegun)
      .map(({ plan: { slug, name, divisionId } }) => ({
        reference: slug,
        name: `${name}の策定の状況`,
        href: addressOf.overview(slug),
        divisionId: divisionId ?? "",
      })),
  contents: async () => (
    <p className="prose mb-6">
      「検討中として公開」か「公表」で作った策定方針のいちばん新しい版と、段階ごとの状態、決定した関門の版・日・会議・条件・聴いた意見・飛ばした理由や差し戻した理由が公開されます。非公開の版の内容と、まだ決定していない関門の記録は公開されません。
    </p>
  ),
  pages: (reference) => [{ path: `/formulation#plan-${reference}`, label: "策定の状況を見る" }],
  changes: (check) => <Changes check={check} />,
  removeCopies: purgePolicy,
  leftovers: () => (
    <p className="mt-2">
      この公表に載せた策定方針の版は、凍結した内容も消えます。関門の記録（聴いた意見、条件、理由）は、消えません。記録のほうに漏れがあるときは、システム管理者に伝えてください。
    </p>
  ),
};

function Changes({
  check: { before, after, standing },
}: {
  readonly check: CandidateCheck<FormulationSnapshot>;
}): ReactNode {
  const known = new Map(before?.stages.map(({ name, state }) => [name, state]));
  const changed = after.stages.filter(({ name, state }) => known.get(name) !== state);
  return (
    <>
      <p>{standing ? `いま公開している「${standing.label}」とくらべます。` : "まだ公開していません。"}</p>
      <ul className="mt-2 list-disc pl-6">
        <li>
          策定方針：{after.policy ? `${after.policy.name}（第${after.policy.number}版）` : "公開する版はありません"}
          {before && `（いまは${before.policy ? before.policy.name : "なし"}）`}
        </li>
        {changed.map(({ name, state }) => (
          <li key={name}>
            {name}：{stageStateLabels[state]}
          </li>
        ))}
      </ul>
    </>
  );
}
