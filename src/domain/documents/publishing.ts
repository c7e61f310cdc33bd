import { removePapers } from "#domain/plan/index.ts";
import type { CopyRemoval, Publishable } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { accept, refuse } from "#kernel/result.ts";
import { versionRefusals } from "./labels.ts";
import { documentPayload } from "./payload.ts";
import { versionByReference, versionPage } from "./queries/versions.ts";
import { documentSnapshotSchema, type DocumentSnapshot } from "./snapshot.ts";
import { purgeContents } from "./store/versions.ts";

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

/**
 * A purged publication takes its version's content and every paper of it along: who asked and who confirmed stand with the
 * publication. A payload of another kind has none.
 */
export const purgeVersion: CopyRemoval = async (tx, { payload, at, ids }) => {
  const document = documentSnapshotSchema.safeParse(payload).data;
  if (!document) return;
  const { hash } = document.version;
  await removePapers(tx, { hash, ids });
  await purgeContents(tx, { hash, at, reason: "公開した版の完全な削除に伴って、内容を消しました。" });
};
