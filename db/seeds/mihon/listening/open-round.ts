import type { Ctx } from "#domain/audit/index.ts";
import { addFileDocument, createRound, publishableConsultation } from "#domain/consultations/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { publishNow, type VersionWords } from "#domain/publication/index.ts";
import { addDays } from "#kernel/day.ts";
import { daysBefore } from "../../earlier.ts";
import { expectAccepted } from "../../outcome.ts";
import { usualRound } from "./usual-round.ts";

const outline = `実施計画（令和9～11年度）案のあらまし（見本）

1 通学路の合同点検と対策：毎年度、全6小学校区
2 放課後児童クラブの定員：令和10年度までに80人増
3 避難所の空調：令和11年度までに全避難所の体育館
4 図書館の夜間開館：令和9年度に金曜で試行
`;

/** A round that is open: announced a week ago, with 30 days from the day before yesterday. @returns its id */
export async function seedOpenRound(
  ctx: Ctx,
  plan: Plan,
  {
    asking,
    divisionId,
  }: { readonly asking: Pick<VersionWords, "divisionName" | "divisionContact">; readonly divisionId: string | null },
): Promise<string> {
  const at = daysBefore(ctx, 7);
  const opensOn = addDays(ctx.clock.today(), -2);
  const days = { opensOn, closesOn: addDays(opensOn, 29), voiceYears: 5, senderYears: 1 };
  const words = { title: "実施計画（案）への意見募集", divisionId, duty: "answer", ...days } as const;
  const summary = "総合計画を進めるために、これから3年間に行う事業の案です。";
  const round = { ...usualRound, purpose: "総合計画の施策を、何から進めるかを皆さんと決めるためです。" };
  const made = await createRound(at, {
    ...words,
    slug: "implementation-plan",
    summary,
    contact: "",
    planId: plan.id,
    round,
  });
  const { id } = expectAccepted(made, words.title);
  const file = { name: "実施計画案のあらまし.txt", mediaType: "text/plain", bytes: new TextEncoder().encode(outline) };
  const document = { consultationId: id, role: "draft", title: "実施計画（案）のあらまし", file } as const;
  expectAccepted(await addFileDocument(at, document), "its document");
  const version = {
    of: publishableConsultation,
    reference: "implementation-plan",
    label: "意見募集",
    openness: "decided",
    note: "",
  } as const;
  expectAccepted(await publishNow(at, { ...version, ...asking }), "its announcement");
  return id;
}
