import type { Ctx, Tx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import type { Refusal } from "#kernel/result.ts";
import { deskRefusals } from "../desk-labels.ts";
import { nextNumber } from "../store/numbers.ts";
import { insertTopic } from "../store/topics.ts";
import type { TopicWords } from "../topic.ts";
import { savingOf } from "./desk-room.ts";

const longestTitle = 500;

/** What is wrong with the words of a topic. */
export function topicWordsFault({ title, place }: TopicWords): Refusal | undefined {
  if (title.trim() === "") return deskRefusals.titleMissing;
  return title.length > longestTitle || place.length > longestTitle ? deskRefusals.tooLong : undefined;
}

/** Makes an empty topic with the next number, inside the transaction of the act that fills it. Its words are right already. */
export async function makeTopic(
  tx: Tx,
  ctx: Ctx,
  { planId, words }: { readonly planId: string; readonly words: TopicWords },
): Promise<{ readonly id: string; readonly number: number }> {
  const id = newId();
  const number = await nextNumber(tx, "topic");
  const topic = { id, number, planId, ...words, title: words.title.trim(), place: words.place.trim() };
  await insertTopic(tx, topic, savingOf(ctx));
  return { id, number };
}
