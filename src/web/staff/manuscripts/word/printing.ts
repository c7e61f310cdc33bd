import { pictureOf, sectionName } from "#domain/documents/index.ts";
import { printingSet, type PrintedPicture } from "#export/printing-set/index.ts";
import { blocksIn } from "#kernel/rich-text.ts";
import { NotFound } from "#kernel/result.ts";
import { download } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import { scopeAt, wordOf } from "./word-file.ts";

/** Hands the whole manuscript out for the printer (印刷所への一式). Its corrections come back as every Word file does. */
export async function savePrintingSet(visit: Visit): Promise<Response> {
  const scope = await scopeAt(visit);
  const texts = scope.sections.flatMap((section) =>
    Object.values(section.texts).map((text) => ({ place: sectionName(section), text })),
  );
  const files = texts.flatMap(({ text }) =>
    [...blocksIn(text)].flatMap((block) => (block.type === "figure" ? [block.attrs.file] : [])),
  );
  const pictures: PrintedPicture[] = [];
  for (const file of new Set(files)) pictures.push(...(await pictureAt(visit, scope.plan.id, file)));
  const madeOn = visit.ctx.clock.today();
  const set = printingSet({ plan: scope.plan.name, madeOn, word: wordOf(visit, scope), texts, pictures });
  return download(set, `${scope.plan.name}_印刷所への一式.zip`, "application/zip");
}

/** A figure whose file is no picture of the plan is told by its place in the Word alone. */
async function pictureAt({ ctx }: Visit, planId: string, file: string): Promise<PrintedPicture[]> {
  try {
    const { mediaType, bytes } = await pictureOf(ctx, planId, file);
    return [{ file, mediaType, bytes }];
  } catch (error) {
    if (error instanceof NotFound) return [];
    throw error;
  }
}
