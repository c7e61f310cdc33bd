import type { Publishable } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { accept, refuse } from "#kernel/result.ts";
import { versionRefusals } from "./labels.ts";
import { documentPayload } from "./payload.ts";
import { versionByReference, versionPage } from "./queries/versions.ts";
import type { DocumentSnapshot } from "./snapshot.ts";

/** A frozen version as it goes public; one that was frozen as 非公開 never does. */
export const publishableDocument: Publishable<DocumentSnapshot> = {
  ...documentPayload,
  compose: async (ctx, reference) => {
    const { id } = await versionByReference(ctx, reference);
    const { version, content, errata } = await versionPage(ctx, id);
    const { number, name, openness, reason, frozenAt, hash } = version;
    if (openness === "closed") return refuse(versionRefusals.closed);
    if (!content) return refuse(versionRefusals.purged);
    return accept({
      version: { number, name, openness, reason, frozenOn: tokyoDay(frozenAt), hash },
      content,
      errata: errata.map(({ place, wrong, corrected, reason: why, addedAt }) => ({
        place,
        wrong,
        corrected,
        reason: why,
        addedOn: tokyoDay(addedAt),
      })),
    });
  },
};
