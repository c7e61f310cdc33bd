import { z } from "zod";
import { canonicalJson, sha256 } from "#kernel/canonical-json.ts";
import type { VersionOpenness } from "#domain/documents/index.ts";
import { isDay } from "#kernel/day.ts";
import type { Period } from "#kernel/period.ts";
import type { Refusal } from "#kernel/result.ts";
import { fieldRefusal } from "#domain/plan/index.ts";
import { partTables, resolutions, reviews, type Formulation } from "./formulation.ts";
import type { Stage } from "./stage.ts";

/** What a version of a 策定方針 holds. No person has a place in it. */
export const policyContentSchema = z.object({
  format: z.literal(1),
  title: z.string(),
  plan: z.object({ slug: z.string(), name: z.string(), startYear: z.number().int(), endYear: z.number().int() }),
  review: z.enum(reviews),
  reviewReason: z.string(),
  resolution: z.enum(resolutions),
  ordinance: z.string(),
  parts: z.array(z.object({ title: z.string(), text: z.string(), shows: z.enum(partTables) })),
  bodies: z.array(z.object({ name: z.string(), role: z.string() })),
  methods: z.array(z.object({ name: z.string(), timing: z.string(), detail: z.string() })),
  stages: z.array(z.object({ name: z.string(), plannedFrom: z.string(), plannedUntil: z.string() })),
});

export type PolicyContent = z.infer<typeof policyContentSchema>;

/** What is said when a version is frozen. */
export interface VersionWords {
  readonly name: string;
  readonly openness: VersionOpenness;
  readonly datedOn: string;
  readonly decidedBy: string;
  readonly reason: string;
}

/** Version (版) of a 策定方針: frozen, with the hash of its text. */
export interface PolicyVersion extends VersionWords {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly frozenAt: Date;
  /** When its content was purged; null while it stands. */
  readonly purgedAt: Date | null;
  readonly purgeReason: string | null;
}

export function versionFault({ name, datedOn, reason, decidedBy }: VersionWords, today: string): Refusal | undefined {
  return fieldRefusal({
    ...(name.trim() === "" && { name: "版の名前を入れてください。例：骨子案" }),
    ...(name.length > 60 && { name: "60字までにしてください。" }),
    ...(!isDay(datedOn) && { datedOn: "版の日付を選んでください。" }),
    ...(isDay(datedOn) && datedOn > today && { datedOn: "今日か、それより前の日にしてください。" }),
    ...(decidedBy.length > 100 && { decidedBy: "100字までにしてください。" }),
    ...(reason.trim() === "" && { reason: "この版を作る理由を書いてください。例：庁議に諮るため" }),
    ...(reason.length > 500 && { reason: "500字までにしてください。" }),
  });
}

type PlanOfPolicy = Period & { readonly slug: string; readonly name: string };

/** The 策定方針 as it is written now, as a version holds it. */
export function contentOf(formulation: Formulation, plan: PlanOfPolicy, stages: readonly Stage[]): PolicyContent {
  const { title, review, reviewReason, resolution, ordinance, parts, bodies, methods } = formulation;
  return {
    format: 1,
    title,
    plan: { slug: plan.slug, name: plan.name, startYear: plan.startYear, endYear: plan.endYear },
    review,
    reviewReason,
    resolution,
    ordinance,
    parts: parts.map(({ title: name, text, shows }) => ({ title: name, text, shows })),
    bodies: [...bodies],
    methods: [...methods],
    stages: stages.map(({ name, plannedFrom, plannedUntil }) => ({ name, plannedFrom, plannedUntil })),
  };
}

/** The text that is kept, and its hash. */
export function sealed(content: PolicyContent): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(content);
  return { text, hash: sha256(text) };
}
