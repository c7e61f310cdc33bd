import type { Ctx } from "#domain/audit/index.ts";
import { mayErase, planNodes, type KeptPart, type KeptTarget } from "#domain/plan/index.ts";
import { permit } from "#kernel/result.ts";
import { remarkPart } from "../remark.ts";
import { outlineOf, sectionName } from "../section.ts";
import { allSections, isSectionRemoved, keptRevisions, keptTexts, type KnownSection } from "../store/erasure.ts";
import { remarksOn } from "../store/remarks.ts";
import { sectionEvenRemoved, sectionsOf } from "../store/sections.ts";

/** What a section keeps of its past: a free one its revisions, every one its copies with the loans that ended, and its remarks. */
export async function keptBySection(ctx: Ctx, id: string): Promise<KeptTarget | undefined> {
  const section = await sectionEvenRemoved(ctx.db, id);
  if (!section) return undefined;
  const isRemoved = await isSectionRemoved(ctx.db, id);
  const parts = [
    ...(await keptRevisions(ctx.db, id, isRemoved)),
    ...(await textsPart(ctx, id)),
    ...(await remarkParts(ctx, id)),
  ];
  return { planId: section.planId, parts };
}

/** All copies and ended loans are one part: nobody could tell them apart without reading them. */
async function textsPart(ctx: Ctx, id: string): Promise<KeptPart[]> {
  const kept = await keptTexts(ctx.db, id);
  const [newest] = kept.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  if (!newest) return [];
  const isErased = kept.every((each) => each.isErased);
  return [{ key: "copies", savedBy: null, savedAt: newest.at, year: null, isPresent: false, isErased }];
}

async function remarkParts(ctx: Ctx, id: string): Promise<KeptPart[]> {
  return (await remarksOn(ctx.db, [id])).map((remark) => ({
    key: remarkPart(remark.id),
    savedBy: remark.madeBy,
    savedAt: remark.madeAt,
    year: null,
    isPresent: false,
    isErased: remark.isErased,
  }));
}

/** How the sections of a plan are called today, by id; one that was removed, by its own title or its node's. */
export async function sectionNames(ctx: Ctx, planId: string): Promise<ReadonlyMap<string, string>> {
  const nodes = await planNodes(ctx, planId);
  const standing = outlineOf(await sectionsOf(ctx.db, planId), nodes);
  const titles = new Map(nodes.map(({ id, code, title }) => [id, `${code} ${title}`.trim()]));
  const nameOf = ({ title, nodeId }: KnownSection) => title || (titles.get(nodeId ?? "") ?? "名前のない節");
  return new Map([
    ...(await allSections(ctx.db, planId)).map((section) => [section.id, nameOf(section)] as const),
    ...standing.map((section) => [section.id, sectionName(section)] as const),
  ]);
}

/** The sections that were taken out of a plan's manuscript, the last first: they have no page from which an erasure could be asked for. */
export async function removedSections(
  ctx: Ctx,
  planId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  permit(mayErase(ctx.actor), mayErase.sentence);
  const removed = (await allSections(ctx.db, planId)).filter(({ isRemoved }) => isRemoved);
  const names = removed.length > 0 ? await sectionNames(ctx, planId) : new Map<string, string>();
  return removed.map(({ id }) => ({ id, name: names.get(id) ?? "" }));
}
