import { personId, record, type Ctx } from "#domain/audit/index.ts";
import { withoutMetadata } from "#kernel/picture-metadata.ts";
import { accept, permit, refuse, type Result } from "#kernel/result.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { mayWorkOnManuscripts } from "../permissions.ts";
import { brokenPicture, pictureFault, pictureTypeOf } from "../picture.ts";
import { insertPicture } from "../store/pictures.ts";

interface NewPicture {
  readonly planId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Takes in a picture for the figures of a plan's manuscript, without the place, the device or the owner that a camera wrote into it. */
export async function addPicture(
  ctx: Ctx,
  { planId, name, bytes }: NewPicture,
): Promise<Result<{ readonly file: string }>> {
  permit(mayWorkOnManuscripts(ctx.actor), mayWorkOnManuscripts.sentence);
  const mediaType = pictureTypeOf(bytes);
  const fault = pictureFault(name, bytes);
  if (fault) return refuse(fault);
  const clean = mediaType && withoutMetadata(bytes, mediaType);
  if (!clean) return refuse(brokenPicture(name));
  return ctx.transaction(async (tx) => {
    const handed = { uploadedBy: personId(ctx.actor), uploadedAt: ctx.clock.now(), isOpen: true };
    const fileId = await storeFile(tx, { name, mediaType, bytes: clean, ...handed });
    await insertPicture(tx, { planId, fileId });
    await record(tx, ctx, "documents.picture.added", { planId, fileId });
    return accept({ file: fileId });
  });
}
