import type { ReactNode } from "react";
import { proposalFault, proposalText, proposerFault, submitProposal } from "#domain/consultations/submissions.ts";
import { page } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicFormVisit } from "#web/public/route.ts";
import { textIn } from "../public-comment/entered.ts";
import { barrier, closedFault, deskOf, type Desk } from "./desk.ts";
import { beginning, begunIn, proposalIn } from "./entered.ts";
import { ClosedPage } from "./form-frame.tsx";
import { ProposeCheckPage, ProposePage, ProposerPage, type ProposeProps } from "./propose-pages.tsx";
import { ReceiptPage } from "./receipt-page.tsx";

type Shown = Omit<ProposeProps, "site" | "edition">;
type StepKey = "proposal" | "sender" | "check";

/** The form to propose something, from its first page. `?measure=` chooses the measure. */
export async function showPropose(visit: PublicFormVisit): Promise<Response> {
  const desk = await deskOf(visit);
  if (!desk) return missingPage(visit.site);
  const closed = closedFault(desk);
  if (closed) return page(<ClosedPage site={visit.site} edition={desk.edition} refusal={closed} />);
  const code = visit.query.get("measure") ?? "";
  const measure = desk.edition.snapshot.detail.measures.find((each) => each.code === code);
  const entry = { ...proposalIn(new FormData()), nodeId: measure?.id ?? "" };
  return answer(desk, "proposal", { entry, begun: beginning(visit.ctx.clock.now()) });
}

/** One page of the form came in: on to the next, back to one before, or sent. */
export async function takePropose(visit: PublicFormVisit): Promise<Response> {
  const desk = await deskOf(visit);
  if (!desk) return missingPage(visit.site);
  const { form } = visit;
  const shown: Shown = { entry: proposalIn(form), begun: begunIn(form) };
  const [step, go] = [textIn(form, "step"), textIn(form, "go")];
  if (go === "proposal" || go === "back") return answer(desk, "proposal", shown);
  if (go === "sender") return answer(desk, "sender", shown);
  const { detail } = desk.edition.snapshot;
  const wrong = proposalFault(detail, shown.entry);
  if (wrong) return answer(desk, "proposal", { ...shown, refusal: wrong });
  if (step === "proposal") return answer(desk, "sender", shown);
  const missing = proposerFault(detail, shown.entry);
  if (missing) return answer(desk, "sender", { ...shown, refusal: missing });
  return step === "check" && go === "send" ? send(desk, shown) : answer(desk, "check", shown);
}

async function send(desk: Desk, shown: Shown): Promise<Response> {
  const { visit, edition } = desk;
  const stopped = await barrier(visit, { begun: shown.begun, purpose: "comment" });
  if (stopped) return answer(desk, "check", { ...shown, ...stopped });
  const { entry, begun } = shown;
  const sent = await submitProposal(visit.ctx, { slug: edition.head.reference, formKey: begun.formKey, entry });
  if (!sent.ok) return answer(desk, "check", { ...shown, refusal: sent.refusal });
  const now = visit.ctx.clock.now();
  const words = { title: "提案を受け付けました", now, text: proposalText(entry) };
  return page(<ReceiptPage site={visit.site} edition={edition} {...sent.value} {...words} />);
}

const pages: Readonly<Record<StepKey, (props: ProposeProps) => ReactNode>> = {
  proposal: ProposePage,
  sender: ProposerPage,
  check: ProposeCheckPage,
};

function answer(
  { visit, edition }: Desk,
  step: StepKey,
  { status, ...shown }: Shown & { readonly status?: number },
): Response {
  const Page = pages[step];
  return page(<Page site={visit.site} edition={edition} {...shown} />, status ?? (shown.refusal ? 422 : 200));
}
