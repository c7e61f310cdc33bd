import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal } from "#domain/plan/index.ts";
import type { PublishedFile } from "../published-file.ts";
import { daysBetween, type Span } from "../phase.ts";
import { roundRefusals } from "./labels.ts";
import { questionKeys, type Questions } from "./questions.ts";

/** Public comment round (意見募集): its 実施要領, beside what all consultations have. It has the consultation's id. */
export interface RoundWords {
  /** 趣旨 */
  readonly purpose: string;
  /** 提出できる人 */
  readonly eligibility: string;
  /** 提出方法 */
  readonly methods: string;
  /** 提出先 */
  readonly destination: string;
  /** 留意事項 */
  readonly notes: string;
  /** 公表の方法 */
  readonly publicationWay: string;
  /** 案を見られる場所 */
  readonly viewingPlaces: string;
  /** 30日を下回る期間の理由 */
  readonly shortPeriodReason: string;
  readonly acceptsWeb: boolean;
  readonly acceptsFiles: boolean;
  readonly questions: Questions;
}

/** Roles of documents: the draft that is asked about (案), and what explains it (関連資料). */
export type DocumentRole = "draft" | "material";

/** A document under comment: a file as it was handed in, or a published version of a plan. */
export interface RoundDocument {
  readonly id: string;
  readonly role: DocumentRole;
  readonly title: string;
  readonly file: PublishedFile | null;
  readonly publicationId: string | null;
}

/** 行政手続法 39条3項, which the cities' own rules follow: 30 days and more, the first day counted. */
export const leastDays = 30;

/** A period that is too short and has no reason. */
export function periodFault({ opensOn, closesOn }: Span, reason: string): Refusal | undefined {
  if (closesOn === null) return roundRefusals.closesOnMissing;
  const days = daysBetween(opensOn, closesOn);
  if (days >= leastDays || reason.trim() !== "") return undefined;
  return { ...roundRefusals.shortPeriod, message: `募集期間が${days}日間で、30日を下回っています。` };
}

/** What is wrong with the words of a round as they are entered; what is merely missing yet is said by `lacksOfRound`. */
export function roundFault({ questions, acceptsWeb }: RoundWords): Refusal | undefined {
  const asked = questionKeys.some((key) => questions[key] !== "notAsked");
  return fieldRefusal({
    ...(acceptsWeb && !asked && { questions: "ページで受け付けるときは、少なくとも一つは尋ねてください。" }),
  });
}

/** What a round still lacks before it can be announced (公示), in words. */
export function lacksOfRound(words: RoundWords, documents: readonly Pick<RoundDocument, "role">[]): readonly string[] {
  const needed = [
    { text: words.purpose, name: "趣旨" },
    { text: words.eligibility, name: "提出できる人" },
    { text: words.methods, name: "提出方法" },
    { text: words.destination, name: "提出先" },
    { text: words.publicationWay, name: "公表の方法" },
  ];
  const missing = needed.filter(({ text }) => text.trim() === "").map(({ name }) => name);
  return documents.some(({ role }) => role === "draft") ? missing : [...missing, "案（資料）"];
}
