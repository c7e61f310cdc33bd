import {
  intakeLimits,
  intakeRefusals,
  opinionFault,
  phaseFault,
  senderFault,
  submitComment,
} from "#domain/consultations/submissions.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicFormVisit } from "#web/public/route.ts";
import { consultationEdition, type EditionOf } from "../edition.ts";
import { withDetail } from "../kinds.tsx";
import { CheckPage } from "./check-page.tsx";
import { ClosedPage } from "./closed-page.tsx";
import { attachmentsIn, enteredIn, isDoubtful, newForm, textIn, type Entered, type Step } from "./entered.ts";
import { OpinionPage } from "./opinion-page.tsx";
import { ReceiptPage } from "./receipt-page.tsx";
import { SenderPage } from "./sender-page.tsx";

type Edition = EditionOf<"publicComment">;

/** A visit that knows its round. */
interface Desk {
  readonly visit: PublicFormVisit;
  readonly edition: Edition;
}

/** The form for a comment, from its first page. `?place=` fills in what it is about. */
export async function showForm(visit: PublicFormVisit): Promise<Response> {
  const edition = await roundEdition(visit);
  if (!edition) return missingPage(visit.site);
  const closed = closedAnswer({ visit, edition });
  const entered = newForm(visit.ctx.clock.now(), visit.query.get("place") ?? "");
  return closed ?? stepAnswer({ visit, edition }, { step: "opinion", entered });
}

/** One page of the form came in: on to the next, back to one before, or sent. */
export async function takeStep(visit: PublicFormVisit): Promise<Response> {
  const edition = await roundEdition(visit);
  if (!edition) return missingPage(visit.site);
  const desk = { visit, edition };
  const { form } = visit;
  const entered = enteredIn(form);
  const [shown, go] = [textIn(form, "step"), textIn(form, "go")];
  if (go === "back" || go === "opinion") return stepAnswer(desk, { step: "opinion", entered });
  if (go === "sender") return stepAnswer(desk, { step: "sender", entered });
  const faulty = firstFault(edition, entered, shown);
  if (faulty) return stepAnswer(desk, { ...faulty, entered });
  if (shown === "opinion") return stepAnswer(desk, { step: "sender", entered });
  return shown === "check" && go === "send" ? send(desk, entered) : stepAnswer(desk, { step: "check", entered });
}

/** The first page that has a fault, among those that were filled in by now. */
function firstFault(
  { snapshot: { detail } }: Edition,
  { comment }: Entered,
  shown: string,
): { readonly step: Step; readonly refusal: Refusal } | undefined {
  const opinion = opinionFault(detail.questions, comment);
  if (opinion) return { step: "opinion", refusal: opinion };
  const sender = shown === "opinion" ? undefined : senderFault(detail.questions, comment);
  return sender && { step: "sender", refusal: sender };
}

async function send(desk: Desk, entered: Entered): Promise<Response> {
  const { visit, edition } = desk;
  const { ctx, site, form } = visit;
  const limits = await intakeLimits(ctx);
  const check = (more: { readonly refusal?: Refusal; readonly isAskedAgain?: boolean }, status = 422) =>
    stepAnswer(desk, { step: "check", entered, ...more, status });
  if (site.base !== "") return check({ refusal: intakeRefusals.preview });
  const now = ctx.clock.now();
  if (isDoubtful(form, entered, { now, leastSeconds: limits.leastSeconds })) return check({ isAskedAgain: true });
  if (!visit.mayStill("comment", limits)) return check({ refusal: intakeRefusals.tooMany }, 429);
  const slug = edition.head.reference;
  const sent = await submitComment(ctx, { slug, ...entered, files: await attachmentsIn(form) });
  if (!sent.ok) return check({ refusal: sent.refusal });
  const { text } = entered.comment;
  return page(<ReceiptPage site={site} edition={edition} {...sent.value} now={now} text={text} />);
}

interface Shown {
  readonly step: Step;
  readonly entered: Entered;
  readonly refusal?: Refusal;
  readonly isAskedAgain?: boolean;
  readonly status?: number;
}

async function stepAnswer({ visit, edition }: Desk, { step, status, ...shown }: Shown): Promise<Response> {
  const props = { site: visit.site, edition, ...shown };
  const code = status ?? (shown.refusal ? 422 : 200);
  if (step === "opinion") return page(<OpinionPage {...props} />, code);
  if (step === "sender") return page(<SenderPage {...props} />, code);
  return page(<CheckPage {...props} limits={await intakeLimits(visit.ctx)} />, code);
}

/** Before the first day and after the last there is no form, but words that say so. */
function closedAnswer({ visit: { site }, edition }: Desk): Response | undefined {
  const { opensOn, closesOn, detail } = edition.snapshot;
  const fault = detail.acceptsWeb ? phaseFault({ phase: edition.phase, opensOn, closesOn }) : intakeRefusals.notByWeb;
  return fault && page(<ClosedPage site={site} edition={edition} refusal={fault} />, 200);
}

async function roundEdition({ site, params }: PublicFormVisit): Promise<Edition | undefined> {
  const edition = await consultationEdition(site, params["slug"] ?? "");
  if (!edition) return undefined;
  const { detail } = edition.snapshot;
  return detail.kind === "publicComment" ? withDetail(edition, detail) : undefined;
}
