import type { Ctx } from "#domain/audit/index.ts";
import { planBySlug, planOutline, type OutlineNode } from "#domain/plan/index.ts";
import type { Publishable } from "#domain/publication/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { accept, refuse } from "#kernel/result.ts";
import { isGoingOn, type Declaration } from "./declaration.ts";
import { declarationRefusals } from "./labels.ts";
import type { Partnership } from "./partnership.ts";
import { declarationPayload } from "./payload.ts";
import type { DeclarationSnapshot, PublishedDeclaration, PublishedPartnership } from "./snapshot.ts";
import { declarationsIn } from "./store/declarations.ts";
import { partnershipsOf } from "./store/partnerships.ts";

/** 「ともに進める人たち」 of a plan as they go public, by the plan's word. */
export const publishableDeclarations: Publishable<DeclarationSnapshot> = {
  ...declarationPayload,
  compose: async (ctx, slug) => {
    const { id, name } = await planBySlug(ctx, slug);
    const nodes = await planOutline(ctx, id);
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const accepted = (await declarationsIn(ctx.db, { planId: id })).filter(({ state }) => state === "accepted");
    const partnerships = await partnershipsOf(ctx.db, [...byId.keys()]);
    if (accepted.length + partnerships.length === 0) return refuse(declarationRefusals.nothingToShow);
    return accept({
      plan: { slug, name },
      declarations: accepted.map((each) => publishedDeclaration(ctx, each, byId)),
      partnerships: partnerships.flatMap((each) => publishedPartnership(each, byId)),
    });
  },
};

type Nodes = ReadonlyMap<string, OutlineNode>;

function measureOf(nodes: Nodes, id: string) {
  const node = nodes.get(id);
  return node ? [{ id, code: node.code, title: node.title }] : [];
}

function publishedDeclaration(ctx: Ctx, declaration: Declaration, nodes: Nodes): PublishedDeclaration {
  const { number, kind, shownName, shownPromise, goals, nodeIds, sentAt, untilOn, years } = declaration;
  return {
    number,
    kind,
    organisation: shownName,
    promise: shownPromise,
    goals: [...goals],
    measures: nodeIds.flatMap((id) => measureOf(nodes, id)),
    declaredOn: tokyoDay(sentAt),
    untilOn: untilOn || null,
    hasEnded: !isGoingOn(declaration, ctx.clock.today()),
    confirmedYear: years.findLast(({ answer }) => answer === "continuing")?.year ?? null,
  };
}

function publishedPartnership(partnership: Partnership, nodes: Nodes): PublishedPartnership[] {
  const { nodeId, partner, form, detail, sinceOn, untilOn, proposedBy, voiceNumber } = partnership;
  return measureOf(nodes, nodeId).map((measure) => ({
    measure,
    partner,
    form,
    detail,
    sinceOn: sinceOn || null,
    untilOn: untilOn || null,
    proposedBy,
    voiceNumber,
  }));
}
