/** ResponseCategory (対応区分): one of the city's own words for what becomes of an opinion. */
export interface ResponseCategory {
  readonly id: string;
  /** A, ◎ … */
  readonly symbol: string;
  readonly name: string;
  /** Counts as reflected: the topic then needs a text that really changed. */
  readonly isReflected: boolean;
  /** 記載済み: the topic then needs the place where it stands. */
  readonly needsPlace: boolean;
  readonly isRetired: boolean;
  readonly version: number;
}

/** draft: the division writes · submitted: with the planning office · decided: by a body, in a decision. */
export const responseStates = ["draft", "submitted", "decided"] as const;
export type ResponseState = (typeof responseStates)[number];

/** Response (市の考え方): the city's answer to a topic. */
export interface Response {
  readonly topicId: string;
  readonly categoryId: string | null;
  readonly content: string;
  readonly state: ResponseState;
  /** Why the planning office gave it back; "" when it did not. */
  readonly sendBack: string;
  readonly decisionId: string | null;
  readonly version: number;
}

/** What was done to an answer; each leaves a revision. */
export const responseActs = ["drafted", "submitted", "edited", "sentBack", "decided", "reopened"] as const;
export type ResponseAct = (typeof responseActs)[number];

export interface ResponseRevision {
  readonly number: number;
  readonly act: ResponseAct;
  readonly categoryId: string | null;
  readonly content: string;
  readonly note: string;
  readonly savedBy: string | null;
  readonly savedAt: Date;
}

/** Boilerplate (定型文): words that many answers share. */
export interface Boilerplate {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly categoryId: string | null;
  readonly version: number;
}

/** The most characters of one answer. */
export const longestResponse = 10_000;
