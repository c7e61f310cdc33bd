import type { Edition } from "#web/public/editions.ts";
import { currentOf } from "#web/public/editions.ts";
import { allOf, ancestorsOf, branchesOf, type Branch } from "#web/public/plan/branches.ts";
import type { PublicTopic } from "./ledger.ts";

/** A node of a published plan, and the edition in which it is read. */
export interface PlanPlace {
  readonly edition: Edition;
  readonly branch: Branch;
}

/** Where nodes of plans stand, by id: in the plan that the city goes by before the others. */
export type PlanPlaces = ReadonlyMap<string, PlanPlace>;

export function placesIn(editions: readonly Edition[]): PlanPlaces {
  const current = currentOf(editions);
  const places = new Map<string, PlanPlace>();
  const ordered = [...(current ? [current] : []), ...editions.filter((edition) => edition !== current)];
  for (const edition of ordered)
    for (const branch of allOf(branchesOf(edition.snapshot)))
      if (!places.has(branch.node.id)) places.set(branch.node.id, { edition, branch });
  return places;
}

/** The goal (基本目標) under which a topic's place stands; undefined for the plan as a whole. */
export function goalOf(topic: Pick<PublicTopic, "node">, places: PlanPlaces): Branch | undefined {
  const place = topic.node && places.get(topic.node.id);
  if (!place) return undefined;
  return ancestorsOf(place.branch)[0] ?? place.branch;
}
