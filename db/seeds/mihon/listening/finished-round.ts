import type { Ctx } from "#domain/audit/index.ts";
import { addVersionDocument, createRound, publishableConsultation } from "#domain/consultations/index.ts";
import { nodeRevisions, planSnapshot, type Plan } from "#domain/plan/index.ts";
import { publishNow, storedPublications, type VersionWords } from "#domain/publication/index.ts";
import {
  addChange,
  addPoints,
  assignTopics,
  confirmCopy,
  createTopic,
  draftDecision,
  emptyEntry,
  listCategories,
  makeCopy,
  occasionById,
  publishableVoices,
  receiveVoice,
  recordDecision,
  settleOccasion,
  writeResponse,
  type Occasion,
} from "#domain/voices/index.ts";
import { addDays } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { daysBefore } from "../../earlier.ts";
import { expectAccepted } from "../../outcome.ts";
import type { DivisionIds } from "../../sample-branches.ts";
import { onDayOf } from "../calendar.ts";
import { heardTopics, heardVoices, type HeardTopic, type HeardVoice, type TopicKey } from "./heard.ts";
import { usualRound } from "./usual-round.ts";

type Asking = Pick<VersionWords, "divisionName" | "divisionContact">;
type Topics = ReadonlyMap<TopicKey, { readonly id: string; readonly measureId: string }>;

/** What the finished round is made with: when each step was, and by whom. */
interface Making {
  readonly ctx: Ctx;
  readonly plan: Plan;
  readonly asking: Asking;
  readonly planners: readonly [(at: Ctx) => Ctx, (at: Ctx) => Ctx];
  readonly divisions: DivisionIds;
}

/** The round on the 素案, from its announcement to its published results: what was heard, answered and changed. */
export async function seedFinishedRound(making: Making): Promise<void> {
  const { ctx, planners } = making;
  const [first, second] = planners;
  const sorted = onDayOf(ctx, "roundSorted");
  const edited = onDayOf(ctx, "textsEdited");
  const occasion = await openRound(making, first(onDayOf(ctx, "roundAnnounced")));
  const voiceIds = await receiveAll(daysBefore(onDayOf(ctx, "roundOpens"), -15), occasion);
  const topics = await makeTopics(making, first(sorted));
  await splitAll(first(daysBefore(sorted, -1)), voiceIds, topics);
  await answerAll(first(onDayOf(ctx, "roundAnswered")), topics);
  await tieChanges(first(daysBefore(edited, -2)), topics);
  await lookAtCopies(voiceIds, first(daysBefore(edited, -3)), second(daysBefore(edited, -4)));
  await decideAndPublish(making, first(onDayOf(ctx, "roundPublished")), occasion);
}

async function openRound({ ctx, plan, asking, divisions }: Making, at: Ctx): Promise<Occasion> {
  const opensOn = addDays(at.clock.today(), 1);
  const days = { opensOn, closesOn: addDays(opensOn, 29), voiceYears: 5, senderYears: 1 };
  const divisionId = divisions.get("企画課") ?? null;
  const words = { title: "総合計画（素案）への意見募集", divisionId, duty: "answer", ...days } as const;
  const summary = "みほん市総合計画の素案について、市民の皆さんの意見を募集しました。";
  const round = { ...usualRound, purpose: "次の総合計画の素案に、市民の皆さんの意見を生かすためです。" };
  const made = await createRound(at, { ...words, slug: "plan-draft", summary, contact: "", planId: plan.id, round });
  const { id } = expectAccepted(made, "the round on the 素案");
  const draft = (await storedPublications(ctx).heads()).find(
    (head) => head.reference === plan.slug && head.label === "素案",
  );
  const document = {
    consultationId: id,
    role: "draft",
    title: plan.name,
    publicationId: draft?.id ?? "",
  } as const;
  expectAccepted(await addVersionDocument(at, document), "its document");
  const version = {
    of: publishableConsultation,
    reference: "plan-draft",
    label: "意見募集",
    openness: "decided",
    note: "",
  } as const;
  expectAccepted(await publishNow(at, { ...version, ...asking }), "its announcement");
  return occasionById(at, id);
}

async function receiveAll(at: Ctx, occasion: Occasion): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, voice] of heardVoices.entries()) {
    const receivedAt = daysBefore(at, -Math.floor(index / 2)).clock.now();
    const entry = {
      ...emptyEntry,
      text: textOf(voice),
      senderKind: voice.kind,
      ageBand: voice.age,
      wishesPublication: voice.isPrivate !== true,
      sender: { ...emptyEntry.sender, name: `見本 ${index + 1}号` },
    };
    const intake = { occasion, entry, way: voice.way, receivedAt, sendingKey: newId() };
    const received = await at.transaction((tx) => receiveVoice(tx, at, intake));
    ids.push(expectAccepted(received, entry.text).id);
  }
  return ids;
}

function textOf({ parts }: HeardVoice): string {
  return parts.map(([, words]) => words).join("\n");
}

async function makeTopics({ plan, divisions }: Making, at: Ctx): Promise<Topics> {
  const { nodes } = await planSnapshot(at, plan.id);
  const topics = new Map<TopicKey, { id: string; measureId: string }>();
  for (const [key, topic] of entriesOf(heardTopics)) {
    const measureId = nodes.find(({ keyword }) => keyword === topic.measure)?.id ?? "";
    const words = { planId: plan.id, title: topic.title, place: topic.place, nodeId: measureId };
    const { id } = expectAccepted(await createTopic(at, words), topic.title);
    const asked = { ids: [id], division: divisions.get(topic.division) ?? null, dueOn: addDays(at.clock.today(), 14) };
    expectAccepted(await assignTopics(at, asked), topic.division);
    topics.set(key, { id, measureId });
  }
  return topics;
}

function entriesOf(topics: Readonly<Record<string, HeardTopic>>): [TopicKey, HeardTopic][] {
  return Object.entries(topics) as [TopicKey, HeardTopic][]; // its own keys
}

async function splitAll(at: Ctx, voiceIds: readonly string[], topics: Topics): Promise<void> {
  for (const [index, { parts, exclusion }] of heardVoices.entries()) {
    const voiceId = voiceIds[index] ?? "";
    let start = 0;
    for (const [key, words] of parts) {
      const place = key === "none" ? { exclusion } : { topicId: topics.get(key)?.id };
      const point = { voiceId, edition: 1, stretches: [{ start, words }], ...place };
      expectAccepted(await addPoints(at, point), words);
      start += words.length + 1;
    }
  }
}

async function answerAll(at: Ctx, topics: Topics): Promise<void> {
  const categories = await listCategories(at);
  for (const [key, { category, answer }] of entriesOf(heardTopics)) {
    const response = { topicId: topics.get(key)?.id ?? "", version: 0, content: answer, isSubmitted: true };
    const categoryId = categories.find(({ symbol }) => symbol === category)?.id ?? null;
    expectAccepted(await writeResponse(at, { ...response, categoryId }), answer);
  }
}

/** Ties the edits that were made after the hearing to the answers that promised them. */
async function tieChanges(at: Ctx, topics: Topics): Promise<void> {
  for (const [key, { changed, title }] of entriesOf(heardTopics)) {
    const topic = topics.get(key);
    if (!changed || !topic) continue;
    const revisions = await nodeRevisions(at, topic.measureId);
    const after = revisions.find(({ act }) => act === "edited")?.number ?? 0;
    const numbers = { beforeNumber: after - 1, afterNumber: after };
    for (const field of changed) {
      const change = { topicId: topic.id, nodeId: topic.measureId, field, note: "", ...numbers };
      expectAccepted(await addChange(at, change), title);
    }
  }
}

async function lookAtCopies(voiceIds: readonly string[], first: Ctx, second: Ctx): Promise<void> {
  for (const [index, { blackened = [] }] of heardVoices.entries()) {
    const voiceId = voiceIds[index] ?? "";
    const copy = { voiceId, edition: 1, version: 0, spans: [], words: blackened };
    expectAccepted(await makeCopy(first, copy), "a copy for the public");
    expectAccepted(await confirmCopy(second, { voiceId, version: 1 }), "a second look");
  }
}

async function decideAndPublish({ asking }: Making, at: Ctx, occasion: Occasion): Promise<void> {
  const title = "総合計画（素案）への意見に対する市の考え方について";
  const draft = { occasionId: occasion.id, title, statement: "別紙のとおり決定し、公表してよいか伺います。" };
  const { id } = expectAccepted(await draftDecision(at, draft), title);
  const decided = { body: "市長決裁", documentNumber: "8みほ企第123号", decidedOn: at.clock.today() };
  expectAccepted(await recordDecision(at, { id, version: 1, ...decided }), "the decision");
  expectAccepted(await settleOccasion(at, { id: occasion.id, version: occasion.version }), "the results");
  const version = { label: "意見募集の結果（見本）", openness: "decided", note: "" } as const;
  const results = { of: publishableVoices, reference: occasion.id, ...version, ...asking };
  expectAccepted(await publishNow(at, results), "the published results");
}
