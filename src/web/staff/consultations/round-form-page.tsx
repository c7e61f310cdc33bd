import {
  announcementOf,
  consultationBySlug,
  createRound,
  editRound,
  lastDayOf,
  leastDays,
  roundOf,
  usualQuestions,
  type AllWords,
  type RoundWords,
} from "#domain/consultations/index.ts";
import { addDays } from "#kernel/day.ts";
import type { Refusal } from "#kernel/result.ts";
import { onwards } from "#web/answer.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { commonIn, commonOf, roundIn } from "./entered.ts";
import { editFormPage, newFormPage, usualWords } from "./form-frame.tsx";
import { RoundFields } from "./round-fields.tsx";

const emptyRound: RoundWords = {
  purpose: "",
  eligibility:
    "市内に住む人、市内で働く人・学ぶ人、市内に事務所や事業所のある人・法人・団体、この計画に利害関係のある人",
  methods: "市のホームページの入力フォーム、郵送、ファックス、電子メール、窓口への提出のいずれかでお送りください。",
  destination: "",
  notes: "電話と口頭では受け付けません。個別の回答はできないことがあります。",
  publicationWay: "いただいた意見の概要と市の考え方を、このサイトで公表します。氏名、住所、連絡先は公表しません。",
  viewingPlaces: "",
  shortPeriodReason: "",
  acceptsWeb: true,
  acceptsFiles: true,
  questions: usualQuestions,
};

/** A new round, its usual words filled in. */
export async function showNewRound(visit: Visit): Promise<Response> {
  const opensOn = addDays(visit.ctx.clock.today(), 7);
  const words = usualWords({ duty: "answer", opensOn, closesOn: lastDayOf(opensOn, leastDays) });
  return newPage(visit, { words, round: emptyRound });
}

interface Entered {
  readonly words: AllWords;
  readonly round: RoundWords;
  readonly refusal?: Refusal;
}

function newPage(visit: Visit, { words, round, refusal }: Entered): Promise<Response> {
  const about = { title: "意見募集を作る", thing: "意見募集", onPlan: "計画について行います" };
  const fields = <RoundFields round={round} refusal={refusal} />;
  return newFormPage(visit, { ...about, action: addressOf.newRound, words, refusal, fields });
}

export async function makeRound(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const [words, round] = [commonIn(form), roundIn(form)];
  const made = await createRound(ctx, { ...words, round, planId: text(form, "planId") });
  if (!made.ok) return newPage(visit, { words, round, refusal: made.refusal });
  return onwards(addressOf.consultation(words.slug), "created");
}

export async function showRoundForm(visit: Visit): Promise<Response> {
  const consultation = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  const { words: round } = await roundOf(visit.ctx, consultation.id);
  return editPage(visit, { words: commonOf(consultation), round });
}

async function editPage(visit: Visit, { words, round, refusal }: Entered): Promise<Response> {
  const { ctx } = visit;
  const consultation = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const { slug, version } = consultation;
  const daysAreFixed = (await announcementOf(ctx, consultation)) !== undefined;
  const fields = <RoundFields round={round} refusal={refusal} />;
  const about = { title: "実施要領を書く", consultation, version, daysAreFixed };
  return editFormPage(visit, { ...about, action: addressOf.round(slug), words, refusal, fields });
}

export async function saveRoundForm(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { id } = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const [words, round] = [commonIn(form), roundIn(form)];
  const saved = await editRound(ctx, { ...words, round, id, version: Number(text(form, "version")) });
  if (!saved.ok) return editPage(visit, { words, round, refusal: saved.refusal });
  return onwards(addressOf.consultation(words.slug), "saved");
}
