import { announcementOf, consultationBySlug, publishableConsultation } from "#domain/consultations/index.ts";
import { write } from "#export/paper-writer.ts";
import { guidePaper, noticePaper } from "#export/round-paper/round-paper.ts";
import { NotFound } from "#kernel/result.ts";
import { download } from "#web/answer.tsx";
import { publicationPath } from "#web/publication-address.ts";
import type { Visit } from "#web/visit.ts";
import { overviewPage } from "./overview-page.tsx";

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** 実施要領 or 公示文 as Word or PDF: of the working copy, or while that lacks something, of what is announced. */
export async function paperFile(visit: Visit): Promise<Response> {
  const { ctx, params } = visit;
  const [name = "", ending = ""] = (params["file"] ?? "").split(".");
  const mediaType = mediaTypes[ending];
  const make = { guide: guidePaper, notice: noticePaper }[name];
  if (!mediaType || !make) throw new NotFound();
  const consultation = await consultationBySlug(ctx, params["slug"] ?? "");
  const composed = await publishableConsultation.compose(ctx, consultation.slug);
  const snapshot = composed.ok ? composed.value : (await announcementOf(ctx, consultation))?.snapshot;
  if (!snapshot) return composed.ok ? overviewPage(visit) : overviewPage(visit, composed.refusal);
  const { detail } = snapshot;
  if (detail.kind !== "publicComment") throw new NotFound();
  const { municipality, clock } = ctx;
  const path = publicationPath({ subject: "consultation", reference: consultation.slug, id: "" });
  const address = `${visit.signInDesk.originOf(visit.request, municipality)}${path}`;
  const marks = municipality.notice.includes("見本") ? ["見本"] : [];
  const content = { city: municipality.name, day: clock.today(), marks, address, snapshot: { ...snapshot, detail } };
  const paper = make(content);
  const { bytes } = await write({ form: ending === "pdf" ? "pdf" : "word", paper });
  return download(bytes, `${paper.title.replaceAll(/[\\/:*?"<>|\s　]+/g, "_")}.${ending}`, mediaType);
}
