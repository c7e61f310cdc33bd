import { record, type Ctx } from "#domain/audit/index.ts";
import { newId } from "#kernel/id.ts";
import { accept, NotFound, permit, refuse, type Result } from "#kernel/result.ts";
import { sectionRefusals, wordRefusals } from "../labels.ts";
import { mayShapeManuscript } from "../permissions.ts";
import { insertSections, keepSectionRevision, lockSections, updateBody } from "../store/sections.ts";
import { wordImportById } from "../store/word-imports.ts";
import { outlineFault, outlineOfWord } from "../word-outline.ts";
import { close, openImport } from "./word-imports.ts";

/** Makes the chapters and sections of a Word plan in one act: a whole manuscript, or what stands below a chapter. */
export async function takeWordOutline(ctx: Ctx, importId: string): Promise<Result<{ readonly sections: number }>> {
  permit(mayShapeManuscript(ctx.actor), mayShapeManuscript.sentence);
  return ctx.transaction(async (tx) => {
    const own = await openImport(ctx, tx, importId);
    if (!own.ok) return own;
    const { planId, sectionId: parentId } = own.value;
    if (own.value.kind !== "outline") return refuse(wordRefusals.ended);
    const reading = (await wordImportById(tx, importId))?.reading;
    if (!reading) return refuse(wordRefusals.notUnderstood);
    const standing = await lockSections(tx, planId);
    if (parentId === null && standing.length > 0) return refuse(sectionRefusals.alreadyWritten);
    if (parentId !== null && !standing.some(({ id }) => id === parentId)) throw new NotFound();
    const outlined = outlineOfWord(reading, { parentId, newId });
    const fault = outlineFault(outlined);
    if (fault) return refuse(fault);
    const at = ctx.clock.now();
    const shift = Math.max(0, ...standing.flatMap((each) => (each.parentId === parentId ? [each.position + 1] : [])));
    await insertSections(
      tx,
      outlined.map(({ id, parentId: parent, position, title }) => ({
        id,
        planId,
        parentId: parent,
        position: parent === parentId ? position + shift : position,
        title,
        nodeId: null,
        divisionId: null,
        dueOn: null,
      })),
      at,
    );
    for (const { id, body } of outlined) {
      await updateBody(tx, { id, body, at });
      await keepSectionRevision(tx, ctx, id, "created");
    }
    await close(ctx, tx, { id: importId, state: "applied", summary: { sections: outlined.length } });
    await record(tx, ctx, "documents.word.outlineTaken", { planId, importId, sections: outlined.length });
    return accept({ sections: outlined.length });
  });
}
