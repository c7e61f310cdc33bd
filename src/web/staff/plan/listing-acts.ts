import { listAgain, unlist, type NodePage } from "#domain/plan/index.ts";
import { onwards } from "#web/answer.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { nodeAnswer, nodeOf } from "./node-page.tsx";

export async function addListing(visit: Visit): Promise<Response> {
  const found = await nodeOf(visit);
  const result = await listAgain(visit.ctx, { nodeId: found.node.id, underNodeId: text(visit.form, "underNodeId") });
  return result.ok ? back(found) : nodeAnswer(visit, found, { listingRefusal: result.refusal });
}

export async function removeListing(visit: Visit): Promise<Response> {
  const found = await nodeOf(visit);
  const result = await unlist(visit.ctx, { nodeId: found.node.id, underNodeId: text(visit.form, "underNodeId") });
  return result.ok ? back(found) : nodeAnswer(visit, found, { listingRefusal: result.refusal });
}

function back({ plan, node }: NodePage): Response {
  return onwards(`${addressOf.node(plan, node.id)}#listings`, "saved");
}
