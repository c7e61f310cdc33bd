import { venueState } from "#domain/consultations/index.ts";
import { minutesPaper } from "#export/meeting-paper/minutes-paper.ts";
import { write } from "#export/paper-writer.ts";
import { NotFound } from "#kernel/result.ts";
import { download } from "#web/answer.tsx";
import type { Visit } from "#web/visit.ts";
import { venueOf } from "./venue-page.tsx";

const forms = {
  docx: { form: "word", mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  pdf: { form: "pdf", mediaType: "application/pdf" },
} as const;

/** The minutes of a venue as Word or PDF. */
export async function minutesFile(visit: Visit): Promise<Response> {
  const { ctx } = visit;
  const ending = visit.params["ending"] === "docx" ? "docx" : visit.params["ending"] === "pdf" ? "pdf" : undefined;
  if (!ending) throw new NotFound();
  const { venue, consultation } = await venueOf(visit);
  const { minutes, filling, attendance } = await venueState(ctx, venue.id);
  const counted = attendance
    .filter(({ dimension }) => dimension === "age")
    .reduce((sum, { people }) => sum + people, 0);
  const paper = minutesPaper({
    city: ctx.municipality.name,
    day: ctx.clock.today(),
    marks: ctx.municipality.notice.includes("見本") ? ["見本"] : [],
    title: consultation.occasion.title,
    venue,
    minutes,
    people: Math.max(filling.came, counted),
  });
  const { form, mediaType } = forms[ending];
  const { bytes } = await write({ form, paper });
  return download(bytes, `${consultation.occasion.title}_${venue.place}.${ending}`, mediaType);
}
