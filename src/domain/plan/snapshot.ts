import { z } from "zod";
import { richTextSchema } from "#kernel/rich-text.ts";
import { cadenceSchema, indicatorKindSchema, methodSchema } from "./indicators/register.ts";

/**
 * What goes public of a plan: the whole tree with every page of a measure, as one immutable value. It holds no person:
 * divisions appear by name and contact only. Change the shape only together with `planSnapshotFormat`; what a later format added
 * has a default, so that payloads of the formats before it are read as they were written.
 */
export const planSnapshotFormat = 4;

const year = z.number().int();
/** The division (課) to ask, as it was called on the day of publication. */
const contact = z.object({ name: z.string(), phone: z.string(), email: z.string() });

const target = z.object({
  year,
  value: z.number().nullable(),
  upperValue: z.number().nullable(),
  words: z.string(),
});

const indicator = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  direction: z.enum(["up", "down", "maintain", "range"]),
  accumulation: z.enum(["singleYear", "cumulative", "pointInTime"]),
  description: z.string(),
  source: z.string(),
  division: z.string(),
  kind: indicatorKindSchema.default("outcome"),
  method: methodSchema.nullable().default(null),
  meaning: z.string().default(""),
  targetReason: z.string().default(""),
  comparison: z.string().default(""),
  updateMonth: z.number().int().nullable().default(null),
  cadence: cadenceSchema.default("yearly"),
  numeratorName: z.string().default(""),
  denominatorName: z.string().default(""),
  trend: z.number().nullable().default(null),
  tolerance: z.number().default(0),
  baseline: z.object({ year: year.nullable(), value: z.number().nullable(), words: z.string() }),
  targets: z.array(target),
  /** What the strategy, a grant or the SDGs aim at over the same values; the plan's own targets stand above. Since format 3. */
  targetSets: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(["strategy", "grant", "sdg"]),
        name: z.string(),
        targets: z.array(target),
      }),
    )
    .default([]),
  actuals: z.array(
    z.object({
      year,
      value: z.number().nullable(),
      absence: z.enum(["notSurveyed", "notReleased", "counting"]).nullable(),
      note: z.string(),
      numerator: z.number().nullable().default(null),
      denominator: z.number().nullable().default(null),
    }),
  ),
});

/** An indicator whose published target went with it: what it was called, and why it is no longer measured. */
const removedIndicator = z.object({
  id: z.string(),
  nodeId: z.string(),
  code: z.string(),
  name: z.string(),
  reason: z.string(),
  decidedBy: z.string(),
  decidedOn: z.string(),
});

/** A node of the plan before, as it was called when this plan was published, and what became of it here. */
const origin = z.object({
  planSlug: z.string(),
  planName: z.string(),
  nodeId: z.string(),
  code: z.string(),
  title: z.string(),
  kind: z.enum(["continue", "split", "merge", "new", "end"]),
  evolution: z.enum(["expand", "improve", "keep"]).nullable(),
  note: z.string(),
});

const node = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  depth: z.number().int(),
  /** Order in the whole tree, depth first. */
  order: z.number().int(),
  code: z.string(),
  title: z.string(),
  keyword: z.string(),
  isPriority: z.boolean(),
  division: contact.nullable(),
  relatedDivisions: z.array(z.string()),
  /** Rich texts by field key, in the order of the page; empty fields are left out. */
  fields: z.record(z.string(), richTextSchema),
  relatedPlans: z.array(z.object({ name: z.string(), period: z.string() })),
  terms: z.array(z.object({ term: z.string(), meaning: z.string() })),
  sdgs: z.array(
    z.object({
      goal: z.number().int(),
      strength: z.enum(["direct", "related"]),
      targets: z.array(z.string()),
      reason: z.string(),
    }),
  ),
  /** 再掲: nodes that are also listed here, by id. */
  repeats: z.array(z.string()),
  /** Where it came from in the plan before; of kind "new" (新規) without a node there. */
  origins: z.array(origin).default([]),
  indicators: z.array(indicator),
});

export const planSnapshotSchema = z.object({
  plan: z.object({
    id: z.string(),
    slug: z.string(),
    kind: z.string(),
    name: z.string(),
    vision: z.string(),
    summary: z.string(),
    startYear: year,
    endYear: year,
  }),
  levels: z.array(z.object({ depth: z.number().int(), name: z.string(), hasPage: z.boolean() })),
  nodes: z.array(node),
  sdgGapNotes: z.array(z.object({ goal: z.number().int(), explanation: z.string() })),
  /** The plan before this one. */
  predecessor: z.object({ slug: z.string(), name: z.string() }).nullable().default(null),
  /** Indicators that were taken off this plan, with the reason. Since format 4. */
  removedIndicators: z.array(removedIndicator).default([]),
  /** What of the plan before ends with it, and why. */
  endings: z.array(z.object({ nodeId: z.string(), code: z.string(), title: z.string(), note: z.string() })).default([]),
});

export type PlanSnapshot = z.infer<typeof planSnapshotSchema>;
export type NodeSnapshot = PlanSnapshot["nodes"][number];
export type RemovedIndicatorSnapshot = PlanSnapshot["removedIndicators"][number];
export type IndicatorSnapshot = NodeSnapshot["indicators"][number];

/** Keys of the rich texts on the page of a measure (施策), in the order in which they are printed. */
export const nodeFieldKeys = [
  "vision", // 目指す姿
  "currentState", // 現状と課題
  "direction", // 取組の方向
  "initiatives", // 主な取組
  "citizenRole", // 市民の役割
  "businessRole", // 事業者・団体の役割
  "cityRole", // 行政の役割
] as const;

export type NodeFieldKey = (typeof nodeFieldKeys)[number];
