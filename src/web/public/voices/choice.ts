import { folded, wordsOf } from "#kernel/folding.ts";
import { categoryName } from "./flow.ts";
import type { PublicLedger, PublicTopic } from "./ledger.ts";
import { goalOf, type PlanPlaces } from "./places.ts";

/** How the list of topics may be put in order, the usual way first. */
export const topicOrders = { number: "番号の順", points: "件数の多い順" } as const;

export const choiceParameters = ["q", "sort", "occasion", "category", "goal", "measure"] as const;

/** The topics that an address asks for: by words, occasion, category, goal (基本目標) or measure (施策); in the order it names. */
export function chosenTopics(ledger: PublicLedger, query: URLSearchParams, places: PlanPlaces): PublicTopic[] {
  const words = wordsOf(query.get("q") ?? "");
  const asks = (key: string, holds: (value: string) => boolean) => !query.get(key) || holds(query.get(key) ?? "");
  const chosen = ledger.topics.filter(
    (topic) =>
      asks("occasion", (id) => topic.from.some(({ occasion }) => occasion.id === id)) &&
      asks("category", (name) => topic.category !== null && categoryName(topic.category) === name) &&
      asks("goal", (id) => goalOf(topic, places)?.node.id === id) &&
      asks("measure", (id) => isAbout(topic, id)) &&
      words.every((word) => searchText(topic).includes(word)),
  );
  return query.get("sort") === "points"
    ? chosen.sort((one, other) => other.points - one.points || one.number - other.number)
    : chosen;
}

/** Whether a topic is about a node of the plan, or changed it. */
export function isAbout(topic: PublicTopic, nodeId: string): boolean {
  return topic.node?.id === nodeId || topic.changes.some((change) => change.nodeId === nodeId);
}

const texts = new WeakMap<PublicTopic, string>();

/** What of a topic is searched, folded once. */
export function searchText(topic: PublicTopic): string {
  let text = texts.get(topic);
  if (text === undefined) {
    text = folded([topic.title, topic.place, topic.node?.title ?? "", topic.response].join("\n"));
    texts.set(topic, text);
  }
  return text;
}

/** The address of the same choice with something else in it; without paging, which belongs to the choice before. */
export function choicePath(query: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams();
  for (const key of choiceParameters) {
    const value = changes[key] ?? query.get(key) ?? "";
    if (value !== "") next.set(key, value);
  }
  if (changes["page"]) next.set("page", changes["page"]);
  const text = next.toString();
  return `/voices${text === "" ? "" : `?${text}`}#list`;
}
