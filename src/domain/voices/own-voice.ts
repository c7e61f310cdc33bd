import type { Channel, Way } from "./channel.ts";
import type { Point } from "./point.ts";
import type { ResponseState } from "./response.ts";
import type { TopicSnapshot } from "./snapshot.ts";

/** waiting: not sorted yet · answering: the city works on it · decided: decided, not public yet · published · excluded: left out. */
export const ownPointStates = ["waiting", "answering", "decided", "published", "excluded"] as const;

export type OwnPointState = (typeof ownPointStates)[number];

/** One part of the own voice. */
export interface OwnPoint {
  readonly words: string;
  readonly state: OwnPointState;
  /** What was published of its topic; null before. */
  readonly answer: TopicSnapshot | null;
  /** 対象外: why, once the results are published; "" before. */
  readonly exclusion: string;
}

/** OwnVoice (提出者のページ): what a sender sees under the own receipt. Nothing of the person but the words as they were sent. */
export interface OwnVoice {
  readonly number: number;
  readonly channel: Channel;
  readonly way: Way;
  readonly occasionTitle: string;
  readonly receivedOn: string;
  /** The original; null after disposal. */
  readonly text: string | null;
  readonly place: string;
  readonly wishesReply: boolean;
  readonly wishesPublication: boolean;
  /** 公開しない扱い: why; "" where it is not hidden. */
  readonly hiddenReason: string;
  readonly attachments: readonly { readonly name: string; readonly size: number }[];
  /** Whether the results of the occasion are public now. */
  readonly isPublished: boolean;
  readonly points: readonly OwnPoint[];
}

interface Standing extends Pick<Point, "exclusion" | "topicId"> {
  readonly responseState: ResponseState | null;
}

/** How far one part is, given what was published of its topic. */
export function ownState({ exclusion, topicId, responseState }: Standing, answer: TopicSnapshot | null): OwnPointState {
  if (exclusion !== "") return "excluded";
  if (answer) return "published";
  if (topicId === null) return "waiting";
  return responseState === "decided" ? "decided" : "answering";
}
