import { sql } from "kysely";
import type { Tx } from "#domain/audit/index.ts";
import type { CityDb } from "#platform/database/index.ts";
import { indicatorsOfPlan } from "../../store/indicators.ts";
import { nodesOfPlan } from "../../store/nodes.ts";
import { uuids } from "../../store/rows.ts";
import { sdgLinksOf } from "../../store/sdgs.ts";
import type { PresentPlan } from "../difference/facets.ts";

/** The whole plan as it stands, for comparing. */
export async function presentPlan(
  db: CityDb,
  planId: string,
  divisions: ReadonlyMap<string, string>,
): Promise<PresentPlan> {
  const nodes = await nodesOfPlan(db, planId);
  const sdgs = await sdgLinksOf(
    db,
    nodes.map(({ id }) => id),
  );
  const indicators = await indicatorsOfPlan(db, planId);
  return {
    nodes: nodes.map(
      ({ id, parentId, depth, position, planId: _plan, version: _version, updatedAt: _at, ...content }) => ({
        id,
        parentId,
        depth,
        position,
        content,
        sdgs: sdgs.get(id) ?? [],
      }),
    ),
    indicators: indicators.map(
      ({ id, nodeId, position, seriesId: _series, planId: _plan, version: _version, updatedAt: _at, ...content }) => ({
        id,
        nodeId,
        position,
        content,
      }),
    ),
    divisions,
  };
}

/** Puts indicators under other nodes, and frees their codes until the new ones are written: two may exchange theirs. */
export async function placeIndicators(
  tx: Tx,
  indicators: readonly { readonly id: string; readonly nodeId: string; readonly position: number }[],
): Promise<void> {
  for (const { id, nodeId, position } of indicators) {
    await tx
      .updateTable("indicator")
      .set({ node_id: nodeId, position, code: `~${id}` })
      .where("id", "=", id)
      .execute();
  }
}

export async function removeSdgLinks(tx: Tx, nodeIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom("sdg_link")
    .where(sql<boolean>`node_id = any(${uuids(nodeIds)})`)
    .execute();
}
