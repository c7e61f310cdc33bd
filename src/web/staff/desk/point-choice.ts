import { pointOrders, pointPlaces, type PointChoice, type PointKey } from "#domain/voices/index.ts";
import { isId } from "#kernel/id.ts";
import type { DeskScene } from "./scene.ts";

/** Which points the address asks for; what was not understood is left out. */
export function pointChoice(scene: DeskScene, query: URLSearchParams): PointChoice {
  const id = (name: string) => (isId(query.get(name) ?? "") ? (query.get(name) ?? "") : "");
  return {
    planId: scene.plan.id,
    occasionId: scene.occasion?.id ?? "",
    nodeId: id("node"),
    topicId: id("topic"),
    tagId: id("tag"),
    state: pointPlaces.find((place) => place === query.get("state")) ?? "",
    words: query.get("words") ?? "",
    order: pointOrders.find((order) => order === query.get("order")) ?? "voice",
  };
}

/** The choice as the address says it. */
export function choiceValues(choice: PointChoice): Record<string, string> {
  const { planId, occasionId, nodeId, topicId, tagId, state, words, order } = choice;
  const asked = { plan: planId, occasion: occasionId, node: nodeId, topic: topicId, tag: tagId, state, words };
  return { ...asked, order: order === "voice" ? "" : order };
}

/** 「12_40_…」: after which point the page begins. */
export function keyText({ number, position, savedAt, id }: PointKey): string {
  return [number, position, savedAt, id].join("_");
}

export function keyFrom(text: string | null): PointKey | undefined {
  const [number, position, savedAt = "", id = ""] = (text ?? "").split("_");
  const isKey =
    /^\d{1,9}$/.test(number ?? "") &&
    /^\d{1,9}$/.test(position ?? "") &&
    isId(id) &&
    !Number.isNaN(Date.parse(savedAt));
  return isKey ? { number: Number(number), position: Number(position), savedAt, id } : undefined;
}
