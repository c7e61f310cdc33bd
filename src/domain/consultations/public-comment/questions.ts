import { z } from "zod";

/** How a thing is asked of who sends a comment (必要事項), as the city's rule says. */
export const askings = ["required", "optional", "notAsked"] as const;

export type Asking = (typeof askings)[number];

/** What may be asked: personal data first, then what is counted, then what is said of the comment. */
export const questionKeys = [
  "name", // 氏名
  "organisation", // 法人・団体の名前
  "address", // 住所
  "phone", // 電話番号
  "email", // 電子メール
  "senderKind", // 区分
  "ageBand", // 年代
  "district", // 地区
  "place", // 該当箇所
] as const;

export type QuestionKey = (typeof questionKeys)[number];

export type Questions = Readonly<Record<QuestionKey, Asking>>;

const asking = z.enum(askings);

export const questionsSchema = z.object({
  name: asking,
  organisation: asking,
  address: asking,
  phone: asking,
  email: asking,
  senderKind: asking,
  ageBand: asking,
  district: asking,
  place: asking,
});

/** The usual ordinance: 氏名・住所・区分 are needed, the rest may be left out. */
export const usualQuestions: Questions = {
  name: "required",
  organisation: "optional",
  address: "required",
  phone: "optional",
  email: "optional",
  senderKind: "required",
  ageBand: "optional",
  district: "notAsked",
  place: "optional",
};
