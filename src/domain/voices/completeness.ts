import type { Duty } from "./channel.ts";
import { spanOf, uncovered, type Point } from "./point.ts";
import type { Response, ResponseCategory } from "./response.ts";

/** What is missing before a voice or a topic is done with. One sentence for each stands in labels.ts. */
export interface Lack {
  readonly code:
    | "unassignedText"
    | "lostAnchor"
    | "noTopic"
    | "noAnswer"
    | "draft"
    | "undecided"
    | "noChange"
    | "noPlace";
  /** Words of the voice that are meant, where there are any. */
  readonly words?: string;
}

/**
 * The rule of completeness for one voice (行政手続法 43条にならう): what is owed an answer is not done with while a part of its
 * text is in no point, a point's words are lost, or a point has neither topic nor reason to be left out. A voice that is sorted only
 * (`classify`) needs one point under a heading or left out with a reason; one that is only received needs nothing.
 */
export function lacksOfVoice(
  duty: Duty,
  text: string | null,
  points: readonly Pick<Point, "quote" | "prefix" | "suffix" | "topicId" | "exclusion">[],
): Lack[] {
  if (duty === "receive" || text === null) return [];
  if (duty === "classify") return points.some(isSorted) ? waiting(points) : [{ code: "noTopic", words: text }];
  return [
    ...uncovered(text, points).map(({ start, end }): Lack => ({
      code: "unassignedText",
      words: text.slice(start, end),
    })),
    ...points.filter((point) => !spanOf(text, point)).map(({ quote }): Lack => ({ code: "lostAnchor", words: quote })),
    ...waiting(points),
  ];
}

type Sortable = Pick<Point, "quote" | "topicId" | "exclusion">;

function isSorted({ topicId, exclusion }: Sortable): boolean {
  return topicId !== null || exclusion !== "";
}

function waiting(points: readonly Sortable[]): Lack[] {
  return points.filter((point) => !isSorted(point)).map(({ quote }) => ({ code: "noTopic", words: quote }));
}

export interface Answered {
  readonly response: Pick<Response, "content" | "state"> | undefined;
  readonly category: Pick<ResponseCategory, "isReflected" | "needsPlace"> | undefined;
  readonly place: string;
  /** How many of the topic's changes really differ between their two revisions. */
  readonly realChanges: number;
}

/**
 * The rule of completeness for one topic: an answer with words and a category, decided where an answer is owed and else at least out
 * of its division's hands; 反映 needs a text
 * that really changed, 記載済み the place where it stands.
 */
export function lacksOfTopic(duty: Duty, { response, category, place, realChanges }: Answered): Lack[] {
  if (duty === "receive") return [];
  if (!response || response.content.trim() === "" || (duty === "answer" && !category)) return [{ code: "noAnswer" }];
  const lacks: Lack[] = [];
  if (category?.isReflected && realChanges === 0) lacks.push({ code: "noChange" });
  if (category?.needsPlace && place.trim() === "") lacks.push({ code: "noPlace" });
  if (duty === "answer" && response.state !== "decided") lacks.push({ code: "undecided" });
  if (duty === "classify" && response.state === "draft") lacks.push({ code: "draft" });
  return lacks;
}
