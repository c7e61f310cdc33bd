import {
  intakeLimits,
  meetingRefusals,
  registerByForm,
  registrationFault,
  seatsAt,
} from "#domain/consultations/submissions.ts";
import { newId } from "#kernel/id.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicFormVisit } from "#web/public/route.ts";
import { text } from "#web/visit.ts";
import type { EditionOf } from "../edition.ts";
import { meetingEdition } from "./calendar.ts";
import { enteredIn, isDoubtful, type Entered } from "./entered.ts";
import { CheckPage, EntryPage, RegisteredPage } from "./registration-pages.tsx";

interface Desk {
  readonly visit: PublicFormVisit;
  readonly edition: EditionOf<"townMeeting">;
}

/** The form with which one applies for a venue. `?venue=` chooses it. */
export async function showRegistration(visit: PublicFormVisit): Promise<Response> {
  const edition = await meetingEdition(visit);
  if (!edition) return missingPage(visit.site);
  const entry = { venueId: visit.query.get("venue") ?? "", people: 1, name: "", contact: "", needs: [], needsNote: "" };
  return entryAnswer({ visit, edition }, { entry, formKey: newId(), begunAt: visit.ctx.clock.now().toISOString() });
}

/** The form came in: to the check page, back, or sent. */
export async function takeRegistration(visit: PublicFormVisit): Promise<Response> {
  const edition = await meetingEdition(visit);
  if (!edition) return missingPage(visit.site);
  const desk = { visit, edition };
  const entered = enteredIn(visit.form);
  const go = text(visit.form, "go");
  if (go === "back") return entryAnswer(desk, entered);
  const fault = registrationFault(entered.entry, "web");
  if (fault) return entryAnswer(desk, entered, fault);
  return go === "send" ? send(desk, entered) : checkAnswer(desk, entered);
}

async function send(desk: Desk, entered: Entered): Promise<Response> {
  const { visit, edition } = desk;
  const { ctx, site, form } = visit;
  if (site.base !== "") return checkAnswer(desk, entered, { refusal: meetingRefusals.preview });
  const limits = await intakeLimits(ctx);
  const now = ctx.clock.now();
  if (isDoubtful(form, entered, { now, leastSeconds: limits.leastSeconds }))
    return checkAnswer(desk, entered, { isAskedAgain: true });
  if (!visit.mayStill("registration", limits))
    return checkAnswer(desk, entered, { refusal: meetingRefusals.tooMany, status: 429 });
  const sent = await registerByForm(ctx, { slug: edition.head.reference, ...entered });
  if (!sent.ok)
    return sent.refusal.fields?.["venueId"]
      ? entryAnswer(desk, entered, sent.refusal)
      : checkAnswer(desk, entered, { refusal: sent.refusal });
  return page(<RegisteredPage site={site} edition={edition} entry={entered.entry} {...sent.value} />);
}

async function entryAnswer({ visit, edition }: Desk, entered: Entered, refusal?: Refusal): Promise<Response> {
  const left = await seatsAt(visit.ctx, edition.snapshot.occasionId);
  const props = { site: visit.site, edition, entered, left, refusal };
  return page(<EntryPage {...props} />, refusal ? 422 : 200);
}

interface CheckOptions {
  readonly refusal?: Refusal;
  readonly isAskedAgain?: boolean;
  readonly status?: number;
}

async function checkAnswer({ visit, edition }: Desk, entered: Entered, more: CheckOptions = {}): Promise<Response> {
  const { refusal, isAskedAgain = false } = more;
  const left = await seatsAt(visit.ctx, edition.snapshot.occasionId);
  const props = { site: visit.site, edition, entered, left, refusal, isAskedAgain };
  return page(<CheckPage {...props} />, more.status ?? (refusal || isAskedAgain ? 422 : 200));
}
