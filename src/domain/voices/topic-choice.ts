import type { DeskTopic } from "./store/topic-table.ts";

/** What of a topic's answer a board can ask for. */
export const topicStates = ["unasked", "waiting", "overdue", "draft", "submitted", "decided", "empty"] as const;
export type TopicState = (typeof topicStates)[number];

export const topicOrders = ["number", "points", "due", "state"] as const;
export type TopicOrder = (typeof topicOrders)[number];

/** Which topics a board shows; "" shows all. */
export interface TopicChoice {
  readonly planId: string;
  readonly occasionId: string;
  readonly divisionId: string;
  readonly nodeId: string;
  readonly state: TopicState | "";
  readonly words: string;
  readonly order: TopicOrder;
}

/** The choice that narrows nothing. */
export const everyTopic = {
  occasionId: "",
  divisionId: "",
  nodeId: "",
  state: "",
  words: "",
  order: "number",
} as const;

/** Whether a topic is in a state on a day. Overdue is what nobody has handed in by its day. */
export function isInState({ points, divisionId, dueOn, state }: DeskTopic, wanted: TopicState, today: string): boolean {
  switch (wanted) {
    case "unasked":
      return divisionId === null && state !== "decided";
    case "waiting":
      return state === null;
    case "overdue":
      return dueOn !== null && dueOn < today && (state === null || state === "draft");
    case "empty":
      return points === 0;
    default:
      return state === wanted;
  }
}
