import { nobody, type Ctx } from "#domain/audit/index.ts";
import { emptyComment, submitComment, type Comment } from "#domain/consultations/submissions.ts";
import { editNode, publishablePlan } from "#domain/plan/index.ts";
import { publishNow } from "#domain/publication/index.ts";
import type { GivenFile } from "#domain/voices/submissions.ts";
import {
  addChange,
  addPoints,
  addTag,
  assignTopics,
  confirmCopy,
  draftDecision,
  emptyEntry,
  enterVoice,
  hideVoice,
  listCategories,
  makeCopy,
  occasionById,
  publishableVoices,
  recordDecision,
  redactionPage,
  sendBackResponse,
  settleOccasion,
  voicePageById,
  writeResponse,
} from "#domain/voices/index.ts";
import { newId } from "#kernel/id.ts";
import { richTextOf } from "#kernel/rich-text.ts";
import type { TestCity } from "../support/city.ts";
import { announce, roundOn } from "../support/consultations.ts";
import { castOf, personIn, smallPlan, type PlanInTest } from "../support/plan.ts";
import { accepted } from "../support/results.ts";
import { attached, inText, keptBack, noted, plantedText, sender } from "./planted.ts";

const slug = "plan-draft";

/** Who plays, and on what. */
interface Round {
  readonly planning: Ctx;
  readonly second: Ctx;
  readonly clerk: Ctx;
  readonly citizen: Ctx;
  readonly divisionId: string;
  readonly plan: PlanInTest;
  readonly occasionId: string;
}

/** A whole round with people planted in it, from the announcement to the published results. */
export async function playRound(city: TestCity): Promise<Round> {
  const { planning, clerk, crisis } = await castOf(city);
  const second = city.as(await personIn(city, "企画課 別の人", { roles: ["planning"] }));
  const plan = await smallPlan(planning);
  const before = city.as(planning.actor, "2026-10-10T01:00:00Z");
  const days = { opensOn: "2026-10-15", closesOn: "2026-11-20" }; // over when the results are settled, on 2026-11-22
  const { id: occasionId } = await roundOn(before, plan.plan.id, days);
  accepted(await announce(before, slug));
  const citizen = city.as(nobody, "2026-11-15T01:00:00Z");
  const round = { planning, second, clerk, citizen, divisionId: crisis, plan, occasionId };
  const topicId = await gather(round, await receive(round));
  await answer(round, topicId);
  await publishResults(round);
  return round;
}

/** Four voices: to be shown, not to be shown, hidden, and one on paper. */
async function receive(round: Round): Promise<readonly string[]> {
  const { planning, occasionId } = round;
  const file = { name: attached.name, bytes: new TextEncoder().encode(attached.words) };
  const open = await comment(round, { text: plantedText }, [file]);
  const closed = await comment(round, { text: `${keptBack[0]}です。備蓄を増やして。`, wishesPublication: false });
  const hidden = await comment(round, { text: `${keptBack[1]}はひどい。` });
  const entry = { ...emptyEntry, text: "訓練を休日に。", sender };
  const paper = accepted(await enterVoice(planning, { occasionId, way: "fax", entry })).id;
  await redact(round, open);
  await redact(round, paper);
  accepted(await hideVoice(planning, { id: hidden, version: 1, reason: "特定の人を傷つけることばがあるため" }));
  return [open, closed, hidden, paper];
}

async function comment({ citizen }: Round, words: Partial<Comment>, files: readonly GivenFile[] = []): Promise<string> {
  const { name, address, phone, email, organisation } = sender;
  const who = { name, address, phone, email, organisation, senderKind: "市内に住む人" };
  const sending = { slug, formKey: newId(), comment: { ...emptyComment, ...who, ...words }, files };
  return accepted(await submitComment(citizen, sending)).id;
}

/** The copy for the public by two people: what is suggested, and what only a reader sees. */
async function redact({ planning, second }: Round, voiceId: string): Promise<void> {
  const { voice } = await voicePageById(planning, voiceId);
  const { marks } = await redactionPage(planning, voice.number);
  const words = inText.filter((each) => voice.text?.includes(each));
  accepted(await makeCopy(planning, { voiceId, edition: 1, version: 0, spans: marks, words }));
  accepted(await confirmCopy(second, { voiceId, version: 1 }));
}

/** All words of all voices under one topic, with a tag and gists that name somebody. */
async function gather({ planning }: Round, voiceIds: readonly string[]): Promise<string> {
  let topicId = "";
  for (const voiceId of voiceIds) {
    const words = (await voicePageById(planning, voiceId)).voice.text ?? "";
    const newTopic = { title: "訓練の日を変えてほしい。", place: "", nodeId: null };
    const destination = topicId ? { topicId } : { newTopic };
    const points = { voiceId, edition: 1, stretches: [{ start: 0, words }], gist: `${noted[0]}さんの件` };
    accepted(await addPoints(planning, { ...points, ...destination }));
    const row = planning.db.selectFrom("point").where("voice_id", "=", voiceId).select("topic_id");
    topicId = (await row.executeTakeFirstOrThrow()).topic_id ?? "";
  }
  accepted(await addTag(planning, { name: `${noted[0]}さん` }));
  return topicId;
}

/** A division drafts, the planning office sends it back with a note, a text changes, the table is decided. */
async function answer({ planning, clerk, divisionId, plan, occasionId }: Round, topicId: string): Promise<void> {
  const categoryId = (await listCategories(planning)).find(({ symbol }) => symbol === "A")?.id ?? "";
  const written = { topicId, categoryId, content: "休日にも行います。", isSubmitted: true };
  accepted(await assignTopics(planning, { ids: [topicId], division: divisionId, dueOn: null }));
  accepted(await writeResponse(clerk, { ...written, version: 0 }));
  const reason = `${noted.join(" ")}さんに聞いてください。`;
  accepted(await sendBackResponse(planning, { topicId, version: 1, reason }));
  accepted(await writeResponse(clerk, { ...written, version: 2 }));
  const numbers = await change(planning, plan);
  accepted(await addChange(planning, { topicId, field: "initiatives", note: noted.join(" "), ...numbers }));
  const statement = `担当 ${noted.join(" ")}`;
  const { id } = accepted(await draftDecision(planning, { occasionId, title: "回答", statement }));
  const decided = { body: "市長決裁", documentNumber: "8みほ企第12号", decidedOn: "2026-11-20" };
  accepted(await recordDecision(planning, { id, version: 1, ...decided }));
}

async function change(planning: Ctx, plan: PlanInTest) {
  const { id: nodeId, version } = await plan.node("訓練");
  const edit = async (text: string, seen: number) =>
    accepted(await editNode(planning, { id: nodeId, version: seen, fields: { initiatives: richTextOf(text) } }))
      .version;
  const beforeNumber = await edit("平日に行う。", version);
  return { nodeId, beforeNumber, afterNumber: await edit("休日にも行う。", beforeNumber) };
}

async function publishResults({ planning, plan, occasionId }: Round): Promise<void> {
  const { version } = await occasionById(planning, occasionId);
  accepted(await settleOccasion(planning, { id: occasionId, version }));
  const words = { label: "公表", openness: "decided", divisionName: "企画課", divisionContact: "", note: "" } as const;
  accepted(await publishNow(planning, { of: publishablePlan, reference: plan.plan.slug, ...words }));
  accepted(await publishNow(planning, { of: publishableVoices, reference: occasionId, ...words }));
}
