import type { ReactNode } from "react";
import {
  consultationKindLabels,
  eraseDocuments,
  listConsultations,
  mayReadConsultations,
  publishableConsultation,
  type ConsultationSnapshot,
} from "#domain/consultations/index.ts";
import type { CandidateCheck } from "#domain/publication/index.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { addressOf } from "../../consultations/addresses.ts";
import type { PublicationKind } from "./kind.ts";
import { NamesFound } from "./names-found.tsx";

export const consultationKind: PublicationKind<ConsultationSnapshot> = {
  publishable: publishableConsultation,
  name: "意見募集・懇談会など",
  example: "公示",
  things: async (ctx) => {
    const all = mayReadConsultations(ctx.actor) ? await listConsultations(ctx) : [];
    return all.map(({ slug, kind, occasion }) => ({
      reference: slug,
      name: `${occasion.title}（${consultationKindLabels[kind]}）`,
      href: addressOf.consultation(slug),
      divisionId: occasion.divisionId ?? "",
    }));
  },
  contents: async () => (
    <p className="prose mb-6">
      題名、期間、内容、資料、問い合わせ先、期間の変更とその理由が公開されます。公開したことが公示になり、受付は公開した期間だけ開きます。届いた意見は公開されません。
    </p>
  ),
  pages: (slug) => [
    { path: `/consultations/${slug}`, label: "市民が読むページを見る" },
    { path: "/consultations", label: "「声をとどける」の一覧" },
  ],
  changes: (check) => <Changes check={check} />,
  removeCopies: eraseDocuments,
  leftovers: () => (
    <p>
      資料のファイルも消えます。ただし、同じファイルを市民が読めるほかの版があると、ファイルはその版のために残ります。その版も消してください。
    </p>
  ),
};

function Changes({ check }: { readonly check: CandidateCheck<ConsultationSnapshot> }): ReactNode {
  const { before, after, standing } = check;
  const parts = before ? partsOf(after).filter(({ name, text }) => text !== textOf(before, name)) : partsOf(after);
  return (
    <>
      <p>
        {standing ? `いま公開している「${standing.label}」とくらべます。` : "まだ公開していません。"}
        {before && parts.length === 0 && "中身は同じです。"}
      </p>
      <ul className="mt-2 list-disc pl-6">
        {parts.map(({ name, shown }) => (
          <li key={name}>
            {name}：{shown}
          </li>
        ))}
      </ul>
      <NamesFound payload={after} />
    </>
  );
}

/** The parts of a consultation, with what each holds and how it is told in a line. */
function partsOf({ title, summary, opensOn, closesOn, periodChanges, contact, detail }: ConsultationSnapshot) {
  const days = `${dateWithBoth(opensOn)}〜${closesOn === null ? "" : dateWithBoth(closesOn)}`;
  const changes = periodChanges.map(({ reason }) => reason).join("、");
  return [
    { name: "題名", text: title, shown: title },
    { name: "要約", text: summary, shown: summary || "なし" },
    { name: "期間", text: days, shown: days },
    { name: "期間の変更の理由", text: changes, shown: changes || "なし" },
    { name: "問い合わせ", text: JSON.stringify(contact), shown: contact.division || "なし" },
    { name: "内容と資料", text: JSON.stringify(detail), shown: consultationKindLabels[detail.kind] },
  ];
}

function textOf(snapshot: ConsultationSnapshot, name: string): string | undefined {
  return partsOf(snapshot).find((part) => part.name === name)?.text;
}
