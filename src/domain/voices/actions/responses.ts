import { personId, record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { accept, permit, refuse, type Refusal, type Result } from "#kernel/result.ts";
import { responseRefusals } from "../refusals.ts";
import { mayDecideResponses, mayDraftResponses, mayEditResponses } from "../permissions.ts";
import { longestResponse, type Response, type ResponseAct } from "../response.ts";
import { categoriesIn } from "../store/categories.ts";
import { responsesOf, saveResponse, type ResponseSave } from "../store/responses.ts";
import { topicIn } from "./held-topic.ts";

export interface ResponseInput {
  readonly topicId: string;
  /** The version that the person saw; 0 where there was none. */
  readonly version: number;
  readonly categoryId: string | null;
  readonly content: string;
  /** Hands it on to the planning office (提出); otherwise it stays a draft. */
  readonly isSubmitted: boolean;
}

/**
 * Saves the city's view (市の考え方) of a topic: the division that was asked drafts and submits it, the planning office edits what was
 * submitted. A decided one is reopened first.
 */
export async function writeResponse(ctx: Ctx, input: ResponseInput): Promise<Result<{ readonly version: number }>> {
  return ctx.transaction(async (tx) => {
    const topic = await topicIn(tx, input.topicId);
    permit(mayDraftResponses(ctx.actor, topic), mayDraftResponses.sentence);
    const standing = (await responsesOf(tx, [topic.id])).get(topic.id);
    const fault = standingFault(standing, mayEditResponses(ctx.actor)) ?? (await inputFault(tx, input));
    if (fault) return refuse(fault);
    const isWithPlanning = standing?.state === "submitted" || input.isSubmitted;
    const act = standing?.state === "submitted" ? "edited" : input.isSubmitted ? "submitted" : "drafted";
    return keep(tx, ctx, {
      ...blank(topic.id),
      version: input.version,
      categoryId: input.categoryId,
      content: input.content.trim(),
      state: isWithPlanning ? "submitted" : "draft",
      act,
    });
  });
}

function standingFault(standing: Response | undefined, mayEdit: boolean): Refusal | undefined {
  if (standing?.state === "decided") return responseRefusals.decided;
  return standing?.state === "submitted" && !mayEdit ? responseRefusals.submitted : undefined;
}

async function inputFault(tx: Tx, { categoryId, content, isSubmitted }: ResponseInput): Promise<Refusal | undefined> {
  if (content.length > longestResponse) return responseRefusals.contentTooLong;
  if (isSubmitted && content.trim() === "") return responseRefusals.contentMissing;
  if (categoryId === null) return undefined;
  const category = (await categoriesIn(tx)).find(({ id }) => id === categoryId);
  return category && !category.isRetired ? undefined : responseRefusals.categoryUnknown;
}

/** Gives a submitted answer back to its division (差戻し) with the reason. */
export async function sendBackResponse(
  ctx: Ctx,
  input: { readonly topicId: string; readonly version: number; readonly reason: string },
): Promise<Result<{ readonly version: number }>> {
  permit(mayEditResponses(ctx.actor), mayEditResponses.sentence);
  const reason = input.reason.trim();
  if (reason === "") return refuse(responseRefusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const standing = (await responsesOf(tx, [(await topicIn(tx, input.topicId)).id])).get(input.topicId);
    if (standing?.state !== "submitted") return refuse(responseRefusals.notSubmitted);
    const save = { ...standing, version: input.version, state: "draft", sendBack: reason } as const;
    return keep(tx, ctx, { ...save, act: "sentBack", note: reason });
  });
}

/** Opens a decided answer again (決定の見直し), with the reason; the table that decided it stays as it was. */
export async function reopenResponse(
  ctx: Ctx,
  input: { readonly topicId: string; readonly version: number; readonly reason: string },
): Promise<Result<{ readonly version: number }>> {
  permit(mayDecideResponses(ctx.actor), mayDecideResponses.sentence);
  const reason = input.reason.trim();
  if (reason === "") return refuse(responseRefusals.reasonMissing);
  return ctx.transaction(async (tx) => {
    const standing = (await responsesOf(tx, [(await topicIn(tx, input.topicId)).id])).get(input.topicId);
    if (standing?.state !== "decided") return refuse(responseRefusals.notDecided);
    const save = { ...standing, version: input.version, state: "submitted", decisionId: null } as const;
    return keep(tx, ctx, { ...save, act: "reopened", note: reason });
  });
}

function blank(topicId: string): Omit<ResponseSave, "version" | "act"> {
  return { topicId, categoryId: null, content: "", state: "draft", sendBack: "", decisionId: null, note: "" };
}

const acts: Readonly<Record<ResponseAct, string>> = {
  drafted: "voices.response.drafted",
  submitted: "voices.response.submitted",
  edited: "voices.response.edited",
  sentBack: "voices.response.sentBack",
  decided: "voices.response.decided",
  reopened: "voices.response.reopened",
};

async function keep(
  tx: Tx,
  ctx: Ctx,
  save: Omit<ResponseSave, "note"> & { readonly note?: string },
): Promise<Result<{ readonly version: number }>> {
  const saving = { by: personId(ctx.actor), at: ctx.clock.now() };
  if (!(await saveResponse(tx, { note: "", ...save }, saving))) return refuse(responseRefusals.stale);
  await record(tx, ctx, acts[save.act], { topicId: save.topicId });
  return accept({ version: save.version + 1 });
}
