import type { Ctx } from "#domain/audit/index.ts";
import { grouped } from "#kernel/grouped.ts";
import type { Plan } from "../plan.ts";
import type { NodeSnapshot, PlanSnapshot } from "../snapshot.ts";
import { planWhere } from "../store/plans.ts";
import { outlineOf, type OutlineNode } from "../store/tree.ts";
import type { LineageLink } from "./lineage.ts";
import { linksOf } from "./store.ts";

/** What a plan's publication says of the plan before it: where each node came from, and what ended. */
export interface PublishedLineage {
  readonly predecessor: PlanSnapshot["predecessor"];
  readonly originsOf: (nodeId: string) => NodeSnapshot["origins"];
  readonly endings: PlanSnapshot["endings"];
}

/** The lineage as it goes public, with the old plan's codes and titles as they are on that day. */
export async function publishedLineage(ctx: Ctx, plan: Pick<Plan, "id" | "predecessorId">): Promise<PublishedLineage> {
  const old = plan.predecessorId === null ? undefined : await planWhere(ctx.db, "id", plan.predecessorId);
  if (!old) return { predecessor: null, originsOf: () => [], endings: [] };
  const nodes = new Map((await outlineOf(ctx.db, old.id)).map((node) => [node.id, node]));
  const links = await linksOf(ctx.db, plan.id);
  const byNew = grouped(links, (link) => link.newNodeId);
  return {
    predecessor: { slug: old.slug, name: old.name },
    originsOf: (nodeId) => (byNew.get(nodeId) ?? []).flatMap((link) => originOf(link, { old, nodes })),
    endings: links.flatMap(({ kind, oldNodeId, note }) => {
      const node = kind === "end" ? nodes.get(oldNodeId ?? "") : undefined;
      return node ? [{ nodeId: node.id, code: node.code, title: node.title, note }] : [];
    }),
  };
}

function originOf(
  { kind, evolution, note, oldNodeId }: LineageLink,
  { old, nodes }: { readonly old: Plan; readonly nodes: ReadonlyMap<string, OutlineNode> },
): NodeSnapshot["origins"] {
  const node = nodes.get(oldNodeId ?? "");
  if (!node && kind !== "new") return [];
  const { id: nodeId = "", code = "", title = "" } = node ?? {};
  return [{ planSlug: old.slug, planName: old.name, nodeId, code, title, kind, evolution, note }];
}
