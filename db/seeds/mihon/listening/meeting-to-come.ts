import type { Ctx } from "#domain/audit/index.ts";
import {
  addVenue,
  addVersionDocument,
  createMeeting,
  publishableConsultation,
  type MeetingWords,
} from "#domain/consultations/index.ts";
import type { Plan } from "#domain/plan/index.ts";
import { headFor, publishNow, storedPublications, type VersionWords } from "#domain/publication/index.ts";
import { addDays } from "#kernel/day.ts";
import { expectAccepted } from "../../outcome.ts";

const words: MeetingWords = {
  purpose: "総合計画をどう進めるかを、地区ごとに市民の皆さんと話し合うためです。",
  programme: "1 総合計画の説明（20分）\n2 質問と意見（60分）\n3 まとめ（10分）",
  eligibility: "どなたでも参加できます。手話通訳や託児が要るときは、申込みのときに書いてください。",
  howToApply: "このページか、企画課への電話で申し込めます。席があれば、当日の参加もできます。",
  acceptsWeb: true,
  keepDays: 30,
};

const venues = [
  { place: "中央公民館 大ホール", directions: "市役所の北どなりです。駐車場があります。", capacity: 80, after: 12 },
  { place: "川西コミュニティセンター", directions: "川西小学校の向かいです。", capacity: 40, after: 14 },
] as const;

/** A town meeting to come, at two venues on weekday evenings. */
export async function seedMeetingToCome(
  ctx: Ctx,
  plan: Plan,
  {
    asking,
    divisionId,
  }: {
    readonly asking: Pick<VersionWords, "divisionName" | "divisionContact">;
    readonly divisionId: string | null;
  },
): Promise<void> {
  const opensOn = addDays(ctx.clock.today(), 12);
  const days = { opensOn, closesOn: addDays(opensOn, 2), voiceYears: 5, senderYears: 1 };
  const common = { title: "まちづくり懇談会「総合計画を語る会」", divisionId, duty: "answer", ...days } as const;
  const summary = "総合計画の進め方を、地区の会場で話し合います。";
  const made = await createMeeting(ctx, {
    ...common,
    slug: "talk",
    summary,
    contact: "",
    planId: plan.id,
    meeting: words,
  });
  const { id } = expectAccepted(made, common.title);
  const decided = headFor(await storedPublications(ctx).heads(), "plan", plan.slug);
  const document = { consultationId: id, role: "draft", title: "", publicationId: decided?.id ?? "" } as const;
  expectAccepted(await addVersionDocument(ctx, document), "the version under discussion");
  for (const { after, ...venue } of venues) {
    const held = {
      heldOn: addDays(ctx.clock.today(), after),
      begins: "19:00",
      ends: "20:30",
      districtId: null,
      note: "",
    };
    expectAccepted(await addVenue(ctx, { ...venue, ...held, consultationId: id }), venue.place);
  }
  const version = { label: "懇談会の案内", openness: "decided", note: "" } as const;
  const announcement = { of: publishableConsultation, reference: "talk", ...version, ...asking };
  expectAccepted(await publishNow(ctx, announcement), "its announcement");
}
