import { z } from "zod";
import type { PayloadKind } from "#domain/publication/index.ts";
import { roleFields } from "./proposal.ts";

/**
 * What goes public of one proposal, or of one 「同じ意見です」: a publication each, so that what is hidden or purged is exactly that and
 * each act costs one small payload. No person: the words are those that were let through. Which proposal one joins stands in the
 * reference, so that a count needs no payload.
 */
export const proposalSnapshotFormat = 1;

export const proposalSnapshotSchema = z.object({
  callSlug: z.string(),
  number: z.number().int(),
  receivedOn: z.string(),
  /** "" in one that joins another's. */
  title: z.string(),
  /** Null where the words are not public: the sender does not wish it, or `refusal` says why. */
  words: z.string().nullable(),
  measure: z.object({ id: z.string(), code: z.string(), title: z.string(), planSlug: z.string() }).nullable(),
  roleField: z.enum(roleFields).nullable(),
  /** 公開しない理由, by the call's rules; "" where it is public. */
  refusal: z.string(),
});

export type ProposalSnapshot = z.infer<typeof proposalSnapshotSchema>;

export const proposalPayload: PayloadKind<ProposalSnapshot> = {
  subject: "proposal",
  format: proposalSnapshotFormat,
  schema: proposalSnapshotSchema,
};

/** Where a proposal, or what joins it, stands among the publications. */
export interface ProposalPlace {
  readonly callSlug: string;
  readonly number: number;
  /** The number of the voice that joins; null for the proposal itself. */
  readonly joining: number | null;
}

export function proposalReference({ callSlug, number, joining }: ProposalPlace): string {
  return [callSlug, number, ...(joining === null ? [] : [joining])].join("/");
}

export function proposalPlace(reference: string): ProposalPlace {
  const [callSlug = "", number = "", joining] = reference.split("/");
  return { callSlug, number: Number(number), joining: joining === undefined ? null : Number(joining) };
}
