import { z } from "zod";
import { gateStates, hearers } from "./gate.ts";
import { policyContentSchema } from "./policy-version.ts";

/**
 * Where the making of a plan stands, as it goes public: the latest open 策定方針, and the stages with what was decided at their gates.
 * Bodies, never persons. Change the shape only together with `formulationSnapshotFormat`.
 */
export const formulationSnapshotFormat = 1;

const version = z.object({ number: z.number().int(), name: z.string(), hash: z.string() });

const gate = z.object({
  state: z.enum(gateStates),
  /** null where the stage was skipped. */
  version: version.nullable(),
  decidedOn: z.string(),
  body: z.string(),
  documentNumber: z.string(),
  /** Why it was sent back or skipped. */
  reason: z.string(),
  conditions: z.array(z.object({ words: z.string(), metOn: z.string(), metAs: z.string() })),
  views: z.array(
    z.object({
      hearer: z.enum(hearers),
      body: z.string(),
      heardOn: z.string(),
      words: z.string(),
      reference: z.string(),
    }),
  ),
  confirmations: z.array(z.object({ body: z.string(), confirmedOn: z.string() })),
});

const stage = z.object({
  name: z.string(),
  plannedFrom: z.string(),
  plannedUntil: z.string(),
  state: z.enum([...gateStates, "ahead"]),
  /** As they came; of one that is open, only the version. */
  gates: z.array(gate),
});

const policy = z.object({
  number: z.number().int(),
  name: z.string(),
  openness: z.enum(["discussion", "decided"]),
  datedOn: z.string(),
  decidedBy: z.string(),
  /** SHA-256 of the content's canonical text. */
  hash: z.string(),
  content: policyContentSchema,
});

export const formulationSnapshotSchema = z.object({
  plan: z.object({ slug: z.string(), name: z.string(), startYear: z.number().int(), endYear: z.number().int() }),
  policy: policy.nullable(),
  stages: z.array(stage),
});

export type FormulationSnapshot = z.infer<typeof formulationSnapshotSchema>;
export type PublishedPolicy = NonNullable<FormulationSnapshot["policy"]>;
export type PublishedStage = FormulationSnapshot["stages"][number];
export type PublishedGate = PublishedStage["gates"][number];
