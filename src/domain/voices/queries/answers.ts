import type { Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import type { Occasion } from "../occasion.ts";
import { mayReadVoices } from "../permissions.ts";
import type { Boilerplate, ResponseCategory, ResponseRevision } from "../response.ts";
import { occasionIdsOf, pointsOfTopic, type PointOfTopic } from "../store/answer-table.ts";
import { boilerplatesIn } from "../store/boilerplates.ts";
import { categoriesIn } from "../store/categories.ts";
import { decisionItems, decisionsIn } from "../store/decisions.ts";
import { occasionsIn } from "../store/occasions.ts";
import { responseRevisions } from "../store/responses.ts";
import type { Decision, DecisionItem } from "../topic.ts";
import { answerTable, type AnswerLine } from "./answer-table.ts";

/** Everything the page of one answer shows: the topic, what was said, the answer and how it came about. */
export interface AnswerPage extends AnswerLine {
  readonly points: readonly PointOfTopic[];
  readonly occasions: readonly Occasion[];
  readonly revisions: readonly ResponseRevision[];
}

/** @throws NotFound */
export async function answerPage(ctx: Ctx, topicId: string): Promise<AnswerPage> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const [line] = isId(topicId) ? await answerTable(ctx, { ids: [topicId] }) : [];
  if (!line) throw new NotFound(`topic ${topicId}`);
  return {
    ...line,
    points: await pointsOfTopic(ctx.db, topicId),
    occasions: await occasionsIn(ctx.db, await occasionIdsOf(ctx.db, topicId)),
    revisions: await responseRevisions(ctx.db, topicId),
  };
}

/** Decisions of an occasion, or all of the city, the newest first. */
export async function listDecisions(ctx: Ctx, occasionId?: string): Promise<Decision[]> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return decisionsIn(ctx.db, occasionId === undefined ? {} : { occasionId });
}

/** A decision with its table as it was decided; without lines while it is a draft. @throws NotFound */
export async function decisionPage(
  ctx: Ctx,
  id: string,
): Promise<{ readonly decision: Decision; readonly items: readonly DecisionItem[] }> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const [decision] = isId(id) ? await decisionsIn(ctx.db, { ids: [id] }) : [];
  if (!decision) throw new NotFound(`decision ${id}`);
  return { decision, items: await decisionItems(ctx.db, id) };
}

/** The city's categories (対応区分), retired ones among them. */
export async function listCategories(ctx: Pick<Ctx, "db">): Promise<ResponseCategory[]> {
  return categoriesIn(ctx.db);
}

export async function listBoilerplates(ctx: Pick<Ctx, "db">): Promise<Boilerplate[]> {
  return boilerplatesIn(ctx.db);
}
