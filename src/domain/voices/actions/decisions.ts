import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { isDay } from "#kernel/day.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import type { Duty } from "../channel.ts";
import { lacksOfTopic } from "../completeness.ts";
import { decisionRefusals, notReady } from "../refusals.ts";
import { mayDecideResponses } from "../permissions.ts";
import type { Response, ResponseCategory } from "../response.ts";
import { topicRows, type TopicRow } from "../store/answer-table.ts";
import { categoriesIn } from "../store/categories.ts";
import { decisionsIn, deleteDraft, insertDecision, recordDecided, saveDecision } from "../store/decisions.ts";
import { markDecided, responsesOf } from "../store/responses.ts";
import type { Decision, DecisionItem } from "../topic.ts";
import { topicIn } from "./held-topic.ts";
import { occasionIn } from "./occasions.ts";

export interface DecisionWords {
  readonly title: string;
  /** 起案文 */
  readonly statement: string;
}

/** What is known once the city has decided (決裁). */
export interface DecidedWords {
  readonly body: string;
  readonly documentNumber: string;
  /** YYYY-MM-DD, not in the future. */
  readonly decidedOn: string;
}

/** Drafts the decision of an occasion's whole table (起案). */
export async function draftDecision(
  ctx: Ctx,
  { occasionId, ...words }: DecisionWords & { readonly occasionId: string },
): Promise<Result<{ readonly id: string }>> {
  permit(mayDecideResponses(ctx.actor), mayDecideResponses.sentence);
  if (words.title.trim() === "") return refuse(decisionRefusals.titleMissing);
  return ctx.transaction(async (tx) => {
    await occasionIn(tx, occasionId);
    const decision = newDecision({ ...words, occasionId, kind: "table" });
    await insertDecision(tx, decision, drafting(ctx));
    await record(tx, ctx, "voices.decision.drafted", { decisionId: decision.id, occasionId });
    return accept({ id: decision.id });
  });
}

function newDecision({
  title,
  statement,
  occasionId,
  kind,
}: DecisionWords & Pick<Decision, "occasionId" | "kind">): Decision {
  const decided = { body: "", documentNumber: "", decidedOn: null, recordedAt: null };
  return { id: newId(), occasionId, kind, title: title.trim(), statement: statement.trim(), ...decided, version: 1 };
}

function drafting(ctx: Ctx) {
  return { by: personId(ctx.actor), at: ctx.clock.now() };
}

/** Corrects the draft of a decision. */
export async function editDecision(
  ctx: Ctx,
  { id, version, ...words }: DecisionWords & Pick<Decision, "id" | "version">,
): Promise<Result<null>> {
  permit(mayDecideResponses(ctx.actor), mayDecideResponses.sentence);
  if (words.title.trim() === "") return refuse(decisionRefusals.titleMissing);
  return ctx.transaction(async (tx) => {
    const draft = await draftIn(tx, id);
    if (!draft.ok) return draft;
    const edited = { ...draft.value, title: words.title.trim(), statement: words.statement.trim(), version };
    if (!(await saveDecision(tx, edited))) return refuse(decisionRefusals.stale);
    await record(tx, ctx, "voices.decision.edited", { decisionId: id });
    return accept(null);
  });
}

/** Throws the draft of a decision away. */
export async function dropDecision(ctx: Ctx, id: string): Promise<Result<null>> {
  permit(mayDecideResponses(ctx.actor), mayDecideResponses.sentence);
  return ctx.transaction(async (tx) => {
    const draft = await draftIn(tx, id);
    if (!draft.ok) return draft;
    await deleteDraft(tx, id);
    await record(tx, ctx, "voices.decision.dropped", { decisionId: id });
    return accept(null);
  });
}

/**
 * Records that a drafted table was decided (決裁): every answer of the occasion that was submitted becomes decided at once, and the
 * table is kept as it stood. Refused while one of its topics has no answer that was submitted.
 */
export async function recordDecision(
  ctx: Ctx,
  { id, version, ...decided }: DecidedWords & Pick<Decision, "id" | "version">,
): Promise<Result<{ readonly answers: number }>> {
  permit(mayDecideResponses(ctx.actor), mayDecideResponses.sentence);
  const fault = decidedFault(ctx, decided);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const draft = await draftIn(tx, id);
    if (!draft.ok) return draft;
    const { duty } = await occasionIn(tx, draft.value.occasionId ?? "");
    const table = await tableOf(tx, await topicRows(tx, { occasionId: draft.value.occasionId ?? "" }));
    const missing = table.filter(({ response, category }) => !isReady(duty, response, category));
    if (missing.length > 0) return refuse(notReady(missing.map(({ topic }) => topic.number)));
    if (!(await saveDecision(tx, { ...draft.value, ...decided, version }))) return refuse(decisionRefusals.stale);
    return decide(tx, ctx, draft.value, table);
  });
}

/** Decides the answer of one topic alone (個別の決定), as the exception. */
export async function decideSingly(
  ctx: Ctx,
  { topicId, title, statement, ...decided }: DecisionWords & DecidedWords & { readonly topicId: string },
): Promise<Result<{ readonly answers: number }>> {
  permit(mayDecideResponses(ctx.actor), mayDecideResponses.sentence);
  const fault = title.trim() === "" ? decisionRefusals.titleMissing : decidedFault(ctx, decided);
  if (fault) return refuse(fault);
  return ctx.transaction(async (tx) => {
    const table = await tableOf(tx, [await topicIn(tx, topicId)]);
    const words = newDecision({ title, statement, occasionId: null, kind: "single" });
    const decision = { ...words, ...decided };
    await insertDecision(tx, decision, drafting(ctx));
    return decide(tx, ctx, decision, table);
  });
}

function decidedFault(ctx: Ctx, { body, documentNumber, decidedOn }: DecidedWords): Refusal | undefined {
  if (body.trim() === "") return decisionRefusals.bodyMissing;
  if (documentNumber.trim() === "") return decisionRefusals.documentNumberMissing;
  return isDay(decidedOn) && decidedOn <= ctx.clock.today() ? undefined : decisionRefusals.decidedOnWrong;
}

interface TableLine {
  readonly topic: TopicRow;
  readonly response: Response | undefined;
  readonly category: ResponseCategory | undefined;
}

async function tableOf(tx: Tx, topics: readonly TopicRow[]): Promise<TableLine[]> {
  const responses = await responsesOf(
    tx,
    topics.map(({ id }) => id),
  );
  const categories = new Map((await categoriesIn(tx)).map((each) => [each.id, each]));
  return topics.map((topic) => {
    const response = responses.get(topic.id);
    return { topic, response, category: categories.get(response?.categoryId ?? "") };
  });
}

/** Whether an answer can be decided: it has what its occasion's duty asks of words and category, and left the division. */
function isReady(duty: Duty, response: Response | undefined, category: ResponseCategory | undefined): boolean {
  const lacks = lacksOfTopic(duty, { response, category, place: "", realChanges: 0 });
  return response?.state !== "draft" && lacks.every(({ code }) => code !== "noAnswer");
}

async function decide(
  tx: Tx,
  ctx: Ctx,
  decision: Decision,
  table: readonly TableLine[],
): Promise<Result<{ readonly answers: number }>> {
  const waiting = table.filter(({ response }) => response?.state === "submitted");
  if (waiting.length === 0) return refuse(decisionRefusals.nothingToDecide);
  const act = drafting(ctx);
  await recordDecided(tx, decision, { items: waiting.map(itemOf), ...act });
  const topicIds = waiting.map(({ topic }) => topic.id);
  await markDecided(tx, { topicIds, decisionId: decision.id }, act);
  await record(tx, ctx, "voices.decision.recorded", { decisionId: decision.id, answers: waiting.length });
  return accept({ answers: waiting.length });
}

function itemOf({ topic, response, category }: TableLine): DecisionItem {
  return {
    topicId: topic.id,
    title: topic.title,
    place: topic.place,
    points: topic.points,
    symbol: category?.symbol ?? "",
    category: category?.name ?? "",
    isReflected: category?.isReflected ?? false,
    content: response?.content ?? "",
  };
}

async function draftIn(tx: Tx, id: string): Promise<Result<Decision>> {
  const [decision] = await decisionsIn(tx, { ids: [id] });
  if (!decision) throw new NotFound(`decision ${id}`);
  return decision.recordedAt ? refuse(decisionRefusals.recorded) : accept(decision);
}
