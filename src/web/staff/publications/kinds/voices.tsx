import type { ReactNode } from "react";
import type { CandidateCheck } from "#domain/publication/index.ts";
import { answerTable, listOccasions, publishableVoices, type VoicesSnapshot } from "#domain/voices/index.ts";
import { addressOf } from "../../responses/addresses.ts";
import type { PublicationKind } from "./kind.ts";
import { NamesFound } from "./names-found.tsx";

export const voicesKind: PublicationKind<VoicesSnapshot> = {
  publishable: publishableVoices,
  name: "意見の結果",
  example: "素案への意見と市の考え方",
  things: async (ctx) =>
    (await listOccasions(ctx)).map(({ id, title, divisionId }) => ({
      reference: id,
      name: title,
      href: addressOf.occasion(id),
      divisionId: divisionId ?? "",
    })),
  contents: async (ctx, { reference }) => (
    <p className="prose mb-8">
      同じ趣旨のまとまり{(await answerTable(ctx, { occasionId: reference })).length}
      件と、市の考え方、変わった文章が公開されます。
      意見の文は、提出した人が公開を望み、二人で確かめた公開用の写しがあるものだけが出ます。提出者の氏名や連絡先は出ません。
    </p>
  ),
  pages: (reference) => [
    { path: `/voices/occasions/${reference}`, label: "意見と市の考え方の表を見る" },
    { path: "/voices", label: "意見のゆくえ" },
  ],
  changes: (check) => <Changes check={check} />,
};

function Changes({ check }: { readonly check: CandidateCheck<VoicesSnapshot> }): ReactNode {
  const { before, after, standing } = check;
  const words = after.voices.filter(({ text }) => text !== null).length;
  return (
    <>
      <p>{standing ? `いま公開している「${standing.label}」とくらべます。` : "まだ公開していません。"}</p>
      <ul className="mt-2 list-disc pl-6">
        <li>
          意見：{after.voices.length}件{before && `（いまは${before.voices.length}件）`}。そのうち文が出るもの{words}件
        </li>
        <li>
          同じ趣旨のまとまり：{after.topics.length}件{before && `（いまは${before.topics.length}件）`}
        </li>
        <li>反映した意見によって変わった文章：{after.topics.flatMap(({ changes }) => changes).length}か所</li>
      </ul>
      <NamesFound payload={after} />
    </>
  );
}
