import type { Ctx } from "#domain/audit/index.ts";
import { sha256 } from "#kernel/canonical-json.ts";
import { isId } from "#kernel/id.ts";
import { blocksIn, type RichText } from "#kernel/rich-text.ts";
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

/** A picture that a version shows, by its hash. */
export interface FrozenPicture {
  readonly file: string;
  readonly mediaType: string;
  readonly hash: string;
}

/** The pictures that the figures of some texts show; one that is no picture of the plan is left out. */
export async function picturesIn(ctx: Ctx, planId: string, texts: readonly RichText[]): Promise<FrozenPicture[]> {
  const figures = texts.flatMap((text) => [...blocksIn(text)].filter((block) => block.type === "figure"));
  const pictures: FrozenPicture[] = [];
  for (const file of new Set(figures.map(({ attrs }) => attrs.file))) {
    const isKnown = isId(file) && (await isPictureOf(ctx.db, planId, file));
    const stored = isKnown ? await storedFile(ctx.db, file) : undefined;
    if (stored) pictures.push({ file, mediaType: stored.mediaType, hash: sha256(stored.bytes) });
  }
  return pictures;
}
