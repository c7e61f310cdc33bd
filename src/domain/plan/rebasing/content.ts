import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import type { CityDb } from "#platform/database/index.ts";
import type { Branch } from "../actions/branches.ts";
import { contentOf } from "../lineage/series-actions.ts";
import { carriedIndicator } from "../lineage/series.ts";
import type { Plan } from "../plan.ts";
import type { SdgLink } from "../sdg-links.ts";
import { indicatorsOfPlan, type StoredIndicator } from "../store/indicators.ts";
import { nodesOfPlan, type StoredNode } from "../store/nodes.ts";
import { sdgLinksOf } from "../store/sdgs.ts";
import { inOrder } from "../tree.ts";
import type { DraftNode, RebasingDraft, RebasingOrder } from "./draft.ts";

/** All of an old plan that a new one can take over. */
export interface OldContent {
  readonly plan: Plan;
  /** In reading order. */
  readonly nodes: readonly StoredNode[];
  readonly indicators: readonly StoredIndicator[];
  readonly sdgs: ReadonlyMap<string, readonly SdgLink[]>;
}

export async function oldContent(db: CityDb, plan: Plan): Promise<OldContent> {
  const nodes = inOrder(await nodesOfPlan(db, plan.id));
  return {
    plan,
    nodes,
    indicators: await indicatorsOfPlan(db, plan.id),
    sdgs: await sdgLinksOf(
      db,
      nodes.map((node) => node.id),
    ),
  };
}

/** The new plan's branches with all that they take along; `idOf` gives each node its id. */
export function branchesOf(
  draft: RebasingDraft,
  { old, order, idOf }: { old: OldContent; order: RebasingOrder; idOf: (key: string) => string },
): Branch[] {
  const byId = new Map(old.nodes.map((node) => [node.id, node]));
  const branch = (node: DraftNode, key: string): Branch => ({
    ...contentFor(node, { old, order, from: byId.get(node.fromId ?? "") }),
    id: idOf(key),
    title: node.title,
    keyword: node.keyword,
    children: node.children.map((child) => branch(child, child.fromId ?? "")),
  });
  return draft.nodes.map((node, goal) => branch(node, `goal-${goal}`));
}

function contentFor(
  node: DraftNode,
  { old, order, from }: { old: OldContent; order: RebasingOrder; from: StoredNode | undefined },
): Partial<Branch> {
  if (!from) return {};
  const { texts, relatedPlans, sdgs } = order.takes;
  return {
    divisionId: from.divisionId,
    relatedDivisionIds: from.relatedDivisionIds,
    ...(texts && { fields: from.fields, terms: from.terms, isPriority: from.isPriority }),
    ...(relatedPlans && { relatedPlans: from.relatedPlans }),
    ...(sdgs && { sdgs: old.sdgs.get(from.id) ?? [] }),
    indicators: carriedFrom(node, { old, order }),
  };
}

function carriedFrom({ fromId }: DraftNode, { old, order }: { old: OldContent; order: RebasingOrder }) {
  if (order.indicators === "none") return [];
  const withTargets = order.indicators === "within";
  return old.indicators
    .filter((indicator) => indicator.nodeId === fromId)
    .map((each) => ({
      ...carriedIndicator(contentOf(each), { period: order, withTargets }),
      seriesId: each.seriesId,
    }));
}

/** The seal of a preview: the same old plan and the same order have the same one. */
export function rebasingSeal(old: OldContent, order: RebasingOrder): string {
  const { fates, ...rest } = order;
  const sealed = {
    order: { ...rest, fates: [...fates].sort(([a], [b]) => (a < b ? -1 : 1)) },
    plan: [old.plan.id, old.plan.version],
    nodes: old.nodes.map((node) => [node.id, node.version, node.code, node.parentId, node.position]),
    indicators: old.indicators.map((each) => [each.id, each.version]),
    sdgs: [...old.sdgs],
  };
  return sha256(canonicalJson(JSON.parse(JSON.stringify(sealed)) as Json)); // through JSON, so that what is undefined is left out
}
