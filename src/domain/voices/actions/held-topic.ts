import type { Tx } from "#domain/audit/index.ts";
import { NotFound } from "#kernel/result.ts";
import { topicRows, type TopicRow } from "../store/answer-table.ts";

/** A topic that stands. @throws NotFound */
export async function topicIn(tx: Tx, id: string): Promise<TopicRow> {
  const [topic] = await topicRows(tx, { ids: [id] });
  if (!topic) throw new NotFound(`topic ${id}`);
  return topic;
}
