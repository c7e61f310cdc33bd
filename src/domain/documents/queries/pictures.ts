import type { Ctx } from "#domain/audit/index.ts";
import { isId } from "#kernel/id.ts";
import { NotFound } from "#kernel/result.ts";
import { storedFile, type StoredFile } from "#platform/files/stored-files.ts";
import { isPictureOf } from "../store/pictures.ts";

/** A picture of a plan's manuscript; no other file of the city is shown by its id. @throws NotFound */
export async function pictureOf(ctx: Ctx, planId: string, fileId: string): Promise<StoredFile> {
  const isKnown = isId(fileId) && (await isPictureOf(ctx.db, planId, fileId));
  const found = isKnown ? await storedFile(ctx.db, fileId) : undefined;
  if (!found) throw new NotFound();
  return found;
}
