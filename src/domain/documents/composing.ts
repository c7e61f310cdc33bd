import type { Ctx } from "#domain/audit/index.ts";
import { divisionsOn } from "#domain/identity/index.ts";
import { planNodes, planSnapshot } from "#domain/plan/index.ts";
import { strategiesOfPlan } from "#domain/strategy/index.ts";
import { canonicalJson, sha256, type Json } from "#kernel/canonical-json.ts";
import { documentContentSchema, type DocumentContent } from "./content.ts";
import { picturesIn } from "./queries/pictures.ts";
import { isChangedSince, outlineOf, type OutlineSection } from "./section.ts";
import { sectionsOf } from "./store/sections.ts";
import { stateMarksOf } from "./store/states.ts";
import { termsOf } from "./store/terms.ts";

/** The whole plan and its manuscript as they stand now; copies of those who are writing are not in it. */
export async function composeDocument(ctx: Ctx, planId: string): Promise<DocumentContent> {
  const outline = outlineOf(await sectionsOf(ctx.db, planId), await planNodes(ctx, planId));
  const divisions = new Map((await divisionsOn(ctx, ctx.clock.today())).map(({ id, path }) => [id, path]));
  const terms = await termsOf(ctx.db, planId);
  const marks = await stateMarksOf(
    ctx.db,
    outline.map(({ id }) => id),
  );
  const sections = outline.map((section) => ({
    ...shownOf(section),
    divisions: section.divisionIds.flatMap((each) => divisions.get(each) ?? []),
    isChangedSince: isChangedSince(
      section,
      marks.find(({ sectionId }) => sectionId === section.id),
    ),
  }));
  return documentContentSchema.parse({
    plan: await planSnapshot(ctx, planId),
    sections,
    terms: terms.map(({ term, reading, meaning }) => ({ term, reading, meaning })),
    pictures: await picturesIn(
      ctx,
      planId,
      outline.flatMap(({ texts }) => Object.values(texts)),
    ),
    strategies: await strategiesOfPlan(ctx, planId),
  });
}

function shownOf({ id, parentId, depth, number, name, nodeId, body, state }: OutlineSection) {
  return { id, parentId, depth, number, name, nodeId, body: nodeId === null ? body : null, state };
}

/** A content as it is frozen: its canonical text (RFC 8785) and the SHA-256 of its UTF-8 bytes. */
export function frozenText(content: DocumentContent): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(JSON.parse(JSON.stringify(content)) as Json); // JSON by construction, absent members left out
  return { text, hash: sha256(text) };
}
