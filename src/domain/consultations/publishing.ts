import type { Publishable } from "#domain/publication/index.ts";
import { consultationSnapshot } from "./composing.ts";
import { consultationPayload } from "./payload.ts";
import { consultationBySlug } from "./queries/consultations.ts";
import type { ConsultationSnapshot } from "./snapshot.ts";

/** A consultation as it goes public, by its word in addresses. Publishing it is its 公示. */
export const publishableConsultation: Publishable<ConsultationSnapshot> = {
  ...consultationPayload,
  compose: async (ctx, slug) => consultationSnapshot(ctx, await consultationBySlug(ctx, slug)),
};
