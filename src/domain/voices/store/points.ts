import type { Tx } from "#domain/audit/index.ts";
import { folded } from "#kernel/folding.ts";
import type { Point } from "../point.ts";

export interface PointSaving {
  readonly by: string | null;
  readonly at: Date;
}

/** Keeps new points. */
export async function insertPoints(tx: Tx, points: readonly Point[], { by, at }: PointSaving): Promise<void> {
  if (points.length === 0) return;
  await tx
    .insertInto("point")
    .values(
      points.map((point) => ({
        id: point.id,
        voice_id: point.voiceId,
        position: point.position,
        quote: point.quote,
        prefix: point.prefix,
        suffix: point.suffix,
        gist: point.gist,
        folded: searchedWords(point),
        topic_id: point.topicId,
        exclusion: point.exclusion,
        node_id: point.nodeId,
        version: point.version,
        saved_by: by,
        saved_at: at,
      })),
    )
    .execute();
}

/** The words by which a point is found. */
export function searchedWords({ quote, gist }: Pick<Point, "quote" | "gist">): string {
  return folded(`${gist} ${quote}`);
}
