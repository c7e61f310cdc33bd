import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal } from "#domain/plan/index.ts";

/** Whether the 基本構想 is looked over (基本構想の見直し要否): 据え置く · 一部を見直す · 見直す */
export const reviews = ["keep", "part", "whole"] as const;

export type Review = (typeof reviews)[number];

/** What the assembly decides (議決): nothing, the 基本構想, the 基本構想 and the 基本計画. */
export const resolutions = ["none", "concept", "both"] as const;

export type Resolution = (typeof resolutions)[number];

/** The table of the formulation that stands under the text of a part. */
export const partTables = ["nothing", "outline", "bodies", "methods", "schedule"] as const;

export type PartTable = (typeof partTables)[number];

/** Part (項目) of a 策定方針: numbered by its place. How its text is read: policy-text.ts. */
export interface PolicyPart {
  readonly title: string;
  readonly text: string;
  readonly shows: PartTable;
}

/** A part as it is kept: its id finds it whatever the order has become. */
export interface KeptPart extends PolicyPart {
  readonly id: string;
}

/** A body that takes part in the making (体制), and as what. */
export interface PolicyBody {
  readonly name: string;
  readonly role: string;
}

/** A way in which citizens take part (手法). */
export interface PolicyMethod {
  readonly name: string;
  readonly timing: string;
  readonly detail: string;
}

/** What stands at the head of a formulation. */
export interface FormulationHead {
  readonly title: string;
  readonly review: Review;
  readonly reviewReason: string;
  readonly resolution: Resolution;
  readonly ordinance: string;
}

/** The lists of a 策定方針, each saved as a whole. */
export interface PolicyLists {
  readonly parts: readonly KeptPart[];
  readonly bodies: readonly PolicyBody[];
  readonly methods: readonly PolicyMethod[];
}

/** Formulation (策定): how a plan is made, as it is written now. */
export interface Formulation extends FormulationHead, PolicyLists {
  readonly planId: string;
  readonly version: number;
}

export const longestText = 20_000;
const longestLine = 200;
const mostRows = 60;

/** What is wrong with the head; a resolution without an ordinance has no ground (地方自治法96条2項). */
export function headFault({
  title,
  review,
  reviewReason,
  resolution,
  ordinance,
}: FormulationHead): Refusal | undefined {
  return fieldRefusal({
    ...lineFault("title", "策定方針の題名", title),
    ...(review !== "whole" &&
      reviewReason.trim() === "" && { reviewReason: "基本構想を据え置く、または一部だけ見直す理由を書いてください。" }),
    ...(reviewReason.length > longestText && { reviewReason: `${longestText}字までにしてください。` }),
    ...(resolution !== "none" &&
      ordinance.trim() === "" && {
        ordinance: "議決の根拠になる条例の名前と条を書いてください。例：みほん市議会の議決すべき事件を定める条例第2条",
      }),
    ...(ordinance.length > longestLine && { ordinance: `${longestLine}字までにしてください。` }),
  });
}

/** What is wrong with a part, by the names of its form's fields. */
export function partFault({ title, text }: PolicyPart): Refusal | undefined {
  return fieldRefusal({
    ...lineFault("partTitle", "項目の題名", title),
    ...(text.length > longestText && { partText: `${longestText}字までにしてください。いまは${text.length}字です。` }),
  });
}

/** What is wrong with a list of rows; rows whose name is empty were left out before. */
export function rowsFault(field: "bodies" | "methods", rows: readonly object[]): Refusal | undefined {
  const tooLong = rows.findIndex((row) =>
    Object.values(row).some((words: unknown) => typeof words === "string" && words.length > 500),
  );
  return fieldRefusal({
    ...(rows.length > mostRows && { [field]: `${mostRows}行までにしてください。` }),
    ...(tooLong >= 0 && { [field]: `${tooLong + 1}行目が長すぎます。1つの欄は500字までにしてください。` }),
  });
}

function lineFault(field: string, label: string, text: string): Record<string, string> {
  if (text.trim() === "") return { [field]: `${label}を入れてください。` };
  return text.length > longestLine ? { [field]: `${longestLine}字までにしてください。` } : {};
}

/** The order of parts after one was moved a place up (-1) or down (1); the same order where there is no further. */
export function movedPart<T>(parts: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const [one, other] = [parts[index], parts[index + by]];
  if (one === undefined || other === undefined) return parts;
  return parts.map((part, at) => (at === index ? other : at === index + by ? one : part));
}
