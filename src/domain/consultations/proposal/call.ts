import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal } from "#domain/plan/index.ts";
import type { Asking } from "../public-comment/questions.ts";

/** Moderation (公開の前の確認): before a proposal is public, or after. The city chooses for each call. */
export const moderations = ["before", "after"] as const;

export type Moderation = (typeof moderations)[number];

/** Idea call (提案の募集): its theme and its rules, beside what all consultations have. It has the consultation's id. */
export interface IdeaCall {
  /** 募集するテーマ */
  readonly theme: string;
  /** 提案できる人 */
  readonly eligibility: string;
  /** 公開しないものの基準, one a line; published, and chosen from when something is not made public. */
  readonly rules: string;
  readonly moderation: Moderation;
  /** 公開の前に二人で確かめる */
  readonly twoPersons: boolean;
  readonly nameAsking: Asking;
  /** Which part of the plan; null is all of it. */
  readonly nodeId: string | null;
}

export const usualRules = [
  "個人の情報や、個人が特定されることを含むもの",
  "人をひどく悪く言うものや、差別的なもの",
  "営利を目的とした宣伝",
  "募集のテーマと関係のないもの",
] as const;

/** The rules as a list, empty lines left out. */
export function ruleList({ rules }: Pick<IdeaCall, "rules">): readonly string[] {
  return rules
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What is wrong with the words of a call. */
export function callFault(call: IdeaCall): Refusal | undefined {
  return fieldRefusal({
    ...(call.theme.trim() === "" && { theme: "募集するテーマを書いてください。" }),
    ...(call.eligibility.trim() === "" && { eligibility: "提案できる人を書いてください。" }),
    ...(ruleList(call).length === 0 && { rules: "公開しないものの基準を、1行に1つずつ書いてください。" }),
    ...(call.moderation === "after" &&
      call.twoPersons && { twoPersons: "公開したあとに確かめるときは、二人での確認は選べません。" }),
  });
}
