import type { Ctx } from "#domain/audit/index.ts";
import { revisionKey, revisionTexts, textFieldLabels } from "#domain/plan/index.ts";
import { grouped } from "#kernel/grouped.ts";
import type { Response, ResponseCategory } from "../response.ts";
import { topicRows, type TopicScope, type TopicRow } from "../store/answer-table.ts";
import { categoriesIn } from "../store/categories.ts";
import { changesOf } from "../store/changes.ts";
import { decisionsIn } from "../store/decisions.ts";
import { responsesOf } from "../store/responses.ts";
import type { Change, Decision } from "../topic.ts";

/** A change with the words of the plan before and after it; "" where a revision was erased. */
export interface ShownChange extends Change {
  readonly code: string;
  readonly title: string;
  readonly fieldLabel: string;
  readonly before: string;
  readonly after: string;
}

/** A topic with its answer as it stands. */
export interface ListedAnswer {
  readonly topic: TopicRow;
  readonly response: Response | undefined;
  readonly category: ResponseCategory | undefined;
}

/** One line of the table of answers (意見対応表). */
export interface AnswerLine extends ListedAnswer {
  readonly decision: Decision | undefined;
  readonly changes: readonly ShownChange[];
}

/** The table of answers of an occasion, or of topics, in the order of their numbers: a few statements for any number of topics. */
export async function answerTable(ctx: Pick<Ctx, "db">, scope: TopicScope): Promise<AnswerLine[]> {
  const lines = await answerList(ctx, scope);
  const ids = lines.map(({ topic }) => topic.id);
  const decisions = await decisionsOf(
    ctx,
    lines.flatMap(({ response }) => response ?? []),
  );
  const changes = grouped(await shownChanges(ctx, ids), ({ topicId }) => topicId);
  return lines.map((line) => ({
    ...line,
    decision: decisions.get(line.response?.decisionId ?? ""),
    changes: changes.get(line.topic.id) ?? [],
  }));
}

/** The same without decisions and the texts of the plan, which weigh: for a list of very many. */
export async function answerList(ctx: Pick<Ctx, "db">, scope: TopicScope): Promise<ListedAnswer[]> {
  const topics = await topicRows(ctx.db, scope);
  const responses = await responsesOf(
    ctx.db,
    topics.map(({ id }) => id),
  );
  const categories = new Map((await categoriesIn(ctx.db)).map((each) => [each.id, each]));
  return topics.map((topic) => {
    const response = responses.get(topic.id);
    return { topic, response, category: categories.get(response?.categoryId ?? "") };
  });
}

async function decisionsOf(ctx: Pick<Ctx, "db">, responses: readonly Response[]): Promise<Map<string, Decision>> {
  const ids = [...new Set(responses.flatMap(({ decisionId }) => decisionId ?? []))];
  return new Map((await decisionsIn(ctx.db, { ids })).map((each) => [each.id, each]));
}

/** The changes of topics with the words before and after. */
export async function shownChanges(ctx: Pick<Ctx, "db">, topicIds: readonly string[]): Promise<ShownChange[]> {
  const changes = await changesOf(ctx.db, topicIds);
  const places = changes.flatMap(({ nodeId, beforeNumber, afterNumber }) => [
    { nodeId, number: beforeNumber },
    { nodeId, number: afterNumber },
  ]);
  const texts = await revisionTexts(ctx, places);
  return changes.map((change) => {
    const before = texts.get(revisionKey({ nodeId: change.nodeId, number: change.beforeNumber }));
    const after = texts.get(revisionKey({ nodeId: change.nodeId, number: change.afterNumber }));
    return {
      ...change,
      code: after?.code ?? "",
      title: after?.title ?? "",
      fieldLabel: Object.entries(textFieldLabels).find(([key]) => key === change.field)?.[1] ?? change.field,
      before: before?.fields[change.field] ?? "",
      after: after?.fields[change.field] ?? "",
    };
  });
}
