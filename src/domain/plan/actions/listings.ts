import { record, type Ctx, type Tx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { accept, NotFound, permit, type Result } from "#kernel/result.ts";
import { listingPlaces, unfitListing, type Listing } from "../listing.ts";
import { mayShapeTree } from "../permissions.ts";
import { deleteListing, insertListing } from "../store/listings.ts";
import { nodesById, type StoredNode } from "../store/nodes.ts";
import { holdTree } from "./held-tree.ts";

/** Lists a node also under another one of the level above (再掲). Its place, code, indicators and money stay where they are. */
export async function listAgain(ctx: Ctx, listing: Listing): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const node = await shapeable(ctx, tx, listing.nodeId);
    const { nodes } = await holdTree(tx, node.planId);
    if (!listingPlaces(nodes, node.id).some((place) => place.id === listing.underNodeId)) return unfitListing();
    await insertListing(tx, listing);
    await record(tx, ctx, "plan.node.listedAgain", { planId: node.planId, ...listing });
    return accept(null);
  });
}

/** Takes such a second listing away. */
export async function unlist(ctx: Ctx, listing: Listing): Promise<Result<null>> {
  return ctx.transaction(async (tx) => {
    const node = await shapeable(ctx, tx, listing.nodeId);
    if (!isId(listing.underNodeId)) throw new NotFound();
    await deleteListing(tx, listing);
    await record(tx, ctx, "plan.node.unlisted", { planId: node.planId, ...listing });
    return accept(null);
  });
}

async function shapeable(ctx: Ctx, tx: Tx, nodeId: string): Promise<StoredNode> {
  permit(mayShapeTree(ctx.actor), mayShapeTree.sentence);
  const [node] = await nodesById(tx, [nodeId]);
  if (!node) throw new NotFound();
  return node;
}
