import {
  addFileDocument,
  addVersionDocument,
  consultationBySlug,
  removeDocument,
  type DocumentRole,
} from "#domain/consultations/index.ts";
import { onwards } from "#web/answer.tsx";
import { text, type Visit } from "#web/visit.ts";
import { addressOf } from "./addresses.ts";
import { overviewPage } from "./overview-page.tsx";

/** Adds a document: a file where one was chosen, else a published version. */
export async function addDocument(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { id: consultationId, slug } = await consultationBySlug(ctx, visit.params["slug"] ?? "");
  const role: DocumentRole = text(form, "role") === "material" ? "material" : "draft";
  const words = { consultationId, role, title: text(form, "title") };
  const publicationId = text(form, "publicationId");
  const added =
    publicationId === ""
      ? await addFileDocument(ctx, { ...words, file: await fileIn(form) })
      : await addVersionDocument(ctx, { ...words, publicationId });
  return added.ok
    ? onwards(`${addressOf.consultation(slug)}#documents-title`, "saved")
    : overviewPage(visit, added.refusal);
}

async function fileIn(form: FormData) {
  const file = form.get("file");
  if (!(file instanceof File)) return { name: "", mediaType: "", bytes: new Uint8Array() };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, mediaType: file.type || "application/octet-stream", bytes };
}

export async function takeDocumentAway(visit: Visit): Promise<Response> {
  const { ctx, params } = visit;
  const { id: consultationId, slug } = await consultationBySlug(ctx, params["slug"] ?? "");
  const removed = await removeDocument(ctx, { consultationId, id: params["document"] ?? "" });
  return removed.ok ? onwards(addressOf.consultation(slug), "saved") : overviewPage(visit, removed.refusal);
}
