import { z } from "zod";
import { declarerKinds } from "./declaration.ts";
import { partnershipForms, proposers } from "./partnership.ts";

/**
 * Who carries a plan out beside the city: declarations and partnerships, as they go public together. No person: whom to ask has no
 * place here, a name only where the organisation wishes it. Change the shape only together with `declarationSnapshotFormat`.
 */
export const declarationSnapshotFormat = 1;

const measure = z.object({ id: z.string(), code: z.string(), title: z.string() });

const declaration = z.object({
  number: z.number().int(),
  kind: z.enum(declarerKinds),
  /** "" where it does not wish its name to be public. */
  organisation: z.string(),
  promise: z.string(),
  goals: z.array(z.number().int()),
  measures: z.array(measure),
  declaredOn: z.string(),
  untilOn: z.string().nullable(),
  hasEnded: z.boolean(),
  /** The last fiscal year for which its sender said that it goes on. */
  confirmedYear: z.number().int().nullable(),
});

const partnership = z.object({
  measure,
  partner: z.string(),
  form: z.enum(partnershipForms),
  detail: z.string(),
  sinceOn: z.string().nullable(),
  untilOn: z.string().nullable(),
  proposedBy: z.enum(proposers),
  voiceNumber: z.number().int().nullable(),
});

export const declarationSnapshotSchema = z.object({
  plan: z.object({ slug: z.string(), name: z.string() }),
  declarations: z.array(declaration),
  partnerships: z.array(partnership),
});

export type DeclarationSnapshot = z.infer<typeof declarationSnapshotSchema>;
export type PublishedDeclaration = DeclarationSnapshot["declarations"][number];
export type PublishedPartnership = DeclarationSnapshot["partnerships"][number];
