import type { Ctx } from "#domain/audit/index.ts";
import { nodeDivisions } from "#domain/plan/index.ts";
import { folded, wordsOf } from "#kernel/folding.ts";
import { isId } from "#kernel/id.ts";
import { NotFound, permit } from "#kernel/result.ts";
import { isLedgerNumber } from "../ledger-number.ts";
import { tellingWords } from "../likeness.ts";
import { mayReadVoices } from "../permissions.ts";
import type { Topic } from "../topic.ts";
import { everyTopic, isInState, type TopicChoice, type TopicOrder } from "../topic-choice.ts";
import { similarPointRows, type SimilarPoint } from "../store/similar.ts";
import { deskTopics, type DeskTopic } from "../store/topic-table.ts";
import { topicNumbered, topicsIn } from "../store/topics.ts";

/** A topic with the division that would be asked because its 施策 is theirs. */
export interface BoardTopic extends DeskTopic {
  readonly suggestedDivisionId: string | null;
}

/** The topics of a plan that are chosen, in the chosen order. */
export async function topicBoard(ctx: Ctx, choice: TopicChoice): Promise<BoardTopic[]> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const today = ctx.clock.today();
  const words = wordsOf(choice.words);
  const chosen = (await deskTopics(ctx.db, choice)).filter(
    (topic) =>
      (choice.divisionId === "" || topic.divisionId === choice.divisionId) &&
      (choice.nodeId === "" || topic.nodeId === choice.nodeId) &&
      (choice.state === "" || isInState(topic, choice.state, today)) &&
      words.every((word) => folded(`${topic.number} ${topic.title} ${topic.place}`).includes(word)),
  );
  const divisions = await nodeDivisions(ctx, [...new Set(chosen.flatMap(({ nodeId }) => nodeId ?? []))]);
  return chosen
    .map((topic) => ({ ...topic, suggestedDivisionId: divisions.get(topic.nodeId ?? "") ?? null }))
    .sort(orders[choice.order]);
}

const later = "9999-12-31"; // topics without a day come last
const stateRank = { none: 0, draft: 1, submitted: 2, decided: 3 } as const;

const orders: Readonly<Record<TopicOrder, (one: DeskTopic, other: DeskTopic) => number>> = {
  number: (one, other) => one.number - other.number,
  points: (one, other) => other.points - one.points || one.number - other.number,
  due: (one, other) => (one.dueOn ?? later).localeCompare(other.dueOn ?? later) || one.number - other.number,
  state: (one, other) => stateRank[one.state ?? "none"] - stateRank[other.state ?? "none"] || one.number - other.number,
};

/** Points of a plan whose words are most like these, the likest first. */
export async function similarPoints(
  ctx: Ctx,
  input: { readonly planId: string; readonly words: string; readonly limit?: number; readonly waitingOnly?: boolean },
): Promise<SimilarPoint[]> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const { planId, words, limit = 20, waitingOnly = false } = input;
  if (words.trim() === "") return [];
  const telling = tellingWords(words);
  return similarPointRows(ctx.db, { planId, words: folded(words), telling, limit, waitingOnly });
}

export interface TopicSuggestion {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** Topics in which the points most like these words are, the likest first; where there are few, those with the most points follow. */
export async function suggestTopics(
  ctx: Ctx,
  { planId, words }: { readonly planId: string; readonly words: string },
): Promise<TopicSuggestion[]> {
  const similar = await similarPoints(ctx, { planId, words, limit: 30 });
  const largest = await topicBoard(ctx, { ...everyTopic, planId, order: "points" });
  const byId = new Map(largest.map((topic) => [topic.id, topic]));
  const alike = similar.flatMap(({ topicId }) => byId.get(topicId ?? "") ?? []);
  return [...new Set([...alike, ...largest])].slice(0, mostSuggestions).map(suggestionOf);
}

function suggestionOf({ id, number, title }: BoardTopic): TopicSuggestion {
  return { id, number, title };
}

const mostSuggestions = 9; // one for each number key

/** Topics of a plan whose number or words hold all the words typed. */
export async function findTopics(
  ctx: Ctx,
  { planId, words }: { readonly planId: string; readonly words: string },
): Promise<TopicSuggestion[]> {
  const found = await topicBoard(ctx, { ...everyTopic, planId, words, order: "points" });
  return found.slice(0, mostSuggestions).map(suggestionOf);
}

/** The topic of a plan that has a number; undefined when none that stands has it. */
export async function topicByNumber(
  ctx: Ctx,
  { planId, number }: { readonly planId: string; readonly number: number },
): Promise<Topic | undefined> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  return isLedgerNumber(number) ? topicNumbered(ctx.db, { planId, number }) : undefined;
}

/** A topic, also one that was merged into another. @throws NotFound */
export async function deskTopic(ctx: Ctx, id: string): Promise<Topic> {
  permit(mayReadVoices(ctx.actor), mayReadVoices.sentence);
  const [topic] = isId(id) ? await topicsIn(ctx.db, [id]) : [];
  if (!topic) throw new NotFound(`topic ${id}`);
  return topic;
}
