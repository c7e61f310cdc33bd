import type { Ctx, Tx } from "#domain/audit/index.ts";
import { editNodeIn, nodeIn } from "#domain/plan/index.ts";
import { emptyRichText } from "#kernel/rich-text.ts";
import { accept, NotFound, refuse, type Result } from "#kernel/result.ts";
import { sectionRefusals } from "../labels.ts";
import { bodyKey, outlineOf, type OutlineSection, type SectionTexts } from "../section.ts";
import { keepSectionRevision, lockSection, updateBody, type SectionAct } from "../store/sections.ts";

/** A section with its texts, held by the transaction; its number and depth are those of a chapter, which no act asks. */
export async function heldSection(tx: Tx, id: string): Promise<OutlineSection> {
  const held = await heldIfThere(tx, id);
  if (!held) throw new NotFound();
  return held;
}

/** The same; undefined where the section, or the node whose texts it is, was removed. */
export async function heldIfThere(tx: Tx, id: string): Promise<OutlineSection | undefined> {
  const section = await lockSection(tx, id);
  if (!section) return undefined;
  const node = section.nodeId === null ? undefined : await nodeIn(tx, section.nodeId);
  const [held] = outlineOf([{ ...section, parentId: null }], node ? [node] : []);
  return held && { ...held, parentId: section.parentId };
}

/** Puts texts into a section: into its node for a bound one, else into its body. Refused where it is another version by now. */
export async function putTexts(
  ctx: Ctx,
  tx: Tx,
  {
    section,
    texts,
    baseVersion,
    act,
  }: {
    readonly section: OutlineSection;
    readonly texts: SectionTexts;
    readonly baseVersion: number;
    readonly act: SectionAct;
  },
): Promise<Result<{ readonly version: number }>> {
  if (section.nodeId !== null) {
    const saved = await editNodeIn(ctx, tx, { id: section.nodeId, version: baseVersion, fields: texts });
    return !saved.ok && saved.refusal.code === "stale" ? refuse(sectionRefusals.staleReturn) : saved;
  }
  if (section.textVersion !== baseVersion) return refuse(sectionRefusals.staleReturn);
  const body = texts[bodyKey] ?? emptyRichText;
  const version = await updateBody(tx, { id: section.id, body, at: ctx.clock.now() });
  await keepSectionRevision(tx, ctx, section.id, act);
  return accept({ version });
}
