import { addPicture, pictureOf, referableFigures } from "#domain/documents/index.ts";
import { planBySlug } from "#domain/plan/index.ts";
import { json } from "#web/answer.tsx";
import type { PictureAnswer } from "#web/islands/rich-text-editor/figure-fields.tsx";
import type { SourceLine } from "#web/islands/rich-text-editor/reference-fields.tsx";
import type { Visit } from "#web/visit.ts";

/** The figures that the editor offers to refer to. */
export async function tellSources({ ctx, params }: Visit): Promise<Response> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  return json((await referableFigures(ctx, plan.id)) satisfies SourceLine[]);
}

/** Takes a picture that the editor sends. */
export async function takePicture({ ctx, form, params }: Visit): Promise<Response> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const picture = form.get("picture");
  if (!(picture instanceof File))
    return json({ ok: false, message: "図が選ばれていません。" } satisfies PictureAnswer, 422);
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const result = await addPicture(ctx, { planId: plan.id, name: picture.name, bytes });
  if (result.ok) return json({ ok: true, file: result.value.file } satisfies PictureAnswer);
  const { message, remedy = "" } = result.refusal;
  return json({ ok: false, message: `${message}${remedy}` } satisfies PictureAnswer, 422);
}

/** A picture of the manuscript: its bytes never change, so a browser may keep them for the person who saw them. */
export async function showPicture({ ctx, params }: Visit): Promise<Response> {
  const plan = await planBySlug(ctx, params["slug"] ?? "");
  const { bytes, mediaType } = await pictureOf(ctx, plan.id, params["file"] ?? "");
  return new Response(bytes, {
    headers: { "content-type": mediaType, "cache-control": "private, max-age=86400", "content-disposition": "inline" },
  });
}
