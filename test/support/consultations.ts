import type { Ctx } from "#domain/audit/index.ts";
import {
  addFileDocument,
  addVenue,
  createMeeting,
  createRound,
  lastDayOf,
  publishableConsultation,
  usualQuestions,
  type AllWords,
  type MeetingWords,
  type RoundWords,
  type VenueWords,
} from "#domain/consultations/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import { accepted } from "./results.ts";

/** 実施要領 with all that an announcement needs. */
export const roundWords: RoundWords = {
  purpose: "計画の素案をまとめましたので、ご意見を募集します。",
  eligibility: "市内に住む人、働く人、学ぶ人、市内に事務所のある人、利害関係のある人",
  methods: "このページ、郵送、ファックス、電子メール、窓口",
  destination: "企画課",
  notes: "電話と口頭では受け付けません。",
  publicationWay: "ご意見の概要と市の考え方を、このページで公表します。",
  viewingPlaces: "企画課、市民課、図書館",
  shortPeriodReason: "",
  acceptsWeb: true,
  acceptsFiles: true,
  questions: usualQuestions,
};

/** What the common part of a consultation needs: 2026-11-01 to 11-30, which are 30 days. */
export const consultationWords: AllWords = {
  slug: "plan-draft",
  summary: "素案への意見を募集します。",
  contact: "",
  title: "総合計画（素案）への意見募集",
  divisionId: null,
  duty: "answer",
  opensOn: "2026-11-01",
  closesOn: "2026-11-30",
  voiceYears: 5,
  senderYears: 1,
};

/** A round on a plan with its draft as a file, not yet public. */
export async function roundOn(
  ctx: Ctx,
  planId: string,
  {
    round = {},
    ...words
  }: Partial<typeof consultationWords | { slug: string; opensOn: string; closesOn: string }> & {
    readonly round?: Partial<RoundWords>;
  } = {},
) {
  const order = { ...consultationWords, ...words, planId, round: { ...roundWords, ...round } };
  const { id } = accepted(await createRound(ctx, order));
  const file = { name: "素案.pdf", mediaType: "application/pdf", bytes: new TextEncoder().encode("%PDF-1.7 素案") };
  accepted(await addFileDocument(ctx, { consultationId: id, role: "draft", title: "素案", file }));
  return { id, slug: order.slug };
}

/** Publishes a round that is open today under the word that `publicAddresses` names, whatever today is. */
export async function publishSampleRound(ctx: Ctx, planId: string): Promise<void> {
  const opensOn = ctx.clock.today();
  const { slug } = await roundOn(ctx, planId, { opensOn, closesOn: lastDayOf(opensOn, 30) });
  accepted(await announce(ctx, slug));
}

/** Announces a consultation (公示). */
export async function announce(ctx: Ctx, slug: string, label = "公示") {
  const version = { label, openness: "decided", divisionName: "企画課", divisionContact: "", note: "" } as const;
  return publishNow(ctx, { of: publishableConsultation, reference: slug, ...version });
}

/** What a town meeting says of itself. */
export const meetingWords: MeetingWords = {
  purpose: "素案を説明し、ご意見をうかがいます。",
  programme: "1 説明\n2 意見交換",
  eligibility: "市内に住む人",
  howToApply: "電話でも申し込めます。",
  acceptsWeb: true,
  keepDays: 30,
};

/** A venue on 2026-12-05, from 19:00. */
export const venueWords: VenueWords = {
  place: "中央公民館",
  directions: "市役所の北どなり",
  districtId: null,
  heldOn: "2026-12-05",
  begins: "19:00",
  ends: "20:30",
  capacity: 3,
  note: "",
};

/** A town meeting in December 2026 with one venue and a paper to explain it, not yet public. */
export async function meetingOn(
  ctx: Ctx,
  planId: string,
  { slug = "talk", ...venue }: Partial<VenueWords> & { readonly slug?: string } = {},
) {
  const days = { opensOn: "2026-12-01", closesOn: "2026-12-14" };
  const words = { ...consultationWords, ...days, slug, title: "総合計画を語る会", summary: "" };
  const { id } = accepted(await createMeeting(ctx, { ...words, planId, meeting: meetingWords }));
  const file = { name: "説明.pdf", mediaType: "application/pdf", bytes: new TextEncoder().encode("%PDF-1.7 説明") };
  accepted(await addFileDocument(ctx, { consultationId: id, role: "material", title: "説明資料", file }));
  const added = accepted(await addVenue(ctx, { ...venueWords, ...venue, consultationId: id }));
  return { id, slug, venueId: added.id };
}

/** Publishes the town meeting that `publicAddresses` names, whatever today is. @returns its venue */
export async function publishSampleMeeting(ctx: Ctx, planId: string): Promise<string> {
  const { venueId, slug } = await meetingOn(ctx, planId);
  accepted(await announce(ctx, slug));
  return venueId;
}
