import type { ReactNode } from "react";
import { mayReadDeclarations, publishableDeclarations, type DeclarationSnapshot } from "#domain/declarations/index.ts";
import { listPlans } from "#domain/plan/index.ts";
import type { CandidateCheck } from "#domain/publication/index.ts";
import { addressOf } from "../../declarations/addresses.ts";
import type { PublicationKind } from "./kind.ts";

export const declarationKind: PublicationKind<DeclarationSnapshot> = {
  publishable: publishableDeclarations,
  name: "宣言と協働の相手",
  example: "令和9年4月現在",
  things: async (ctx) =>
    (mayReadDeclarations(ctx.actor) ? await listPlans(ctx) : []).map(({ slug, name }) => ({
      reference: slug,
      name: `${name}の宣言と協働の相手`,
      href: addressOf.home,
      divisionId: "",
    })),
  contents: async () => (
    <p className="prose mb-6">
      受け入れた宣言（取り組むこと、SDGsのゴール、施策、期限、望むときだけ名前）と、施策の協働の相手が公開されます。担当の方の氏名と連絡先、確認待ちの宣言は公開されません。
    </p>
  ),
  pages: () => [
    { path: "/declarations", label: "宣言の一覧を見る" },
    { path: "/sdgs", label: "SDGsのページを見る" },
  ],
  changes: (check) => <Changes check={check} />,
};

function Changes({
  check: { before, after, standing },
}: {
  readonly check: CandidateCheck<DeclarationSnapshot>;
}): ReactNode {
  const known = new Set(before?.declarations.map(({ number }) => number));
  const added = after.declarations.filter(({ number }) => !known.has(number));
  return (
    <>
      <p>{standing ? `いま公開している「${standing.label}」とくらべます。` : "まだ公開していません。"}</p>
      <ul className="mt-2 list-disc pl-6">
        <li>
          宣言：{after.declarations.length}件{before && `（いまは${before.declarations.length}件）`}
        </li>
        <li>
          協働の相手：{after.partnerships.length}件{before && `（いまは${before.partnerships.length}件）`}
        </li>
        {added.map(({ number, organisation, promise }) => (
          <li key={number}>
            新しい宣言 第{number}号：{organisation || "（名前は公表しない）"}「{promise}」
          </li>
        ))}
      </ul>
    </>
  );
}
