import type { ReactNode } from "react";
import { contactFault, declarationFault, noContact, submitDeclaration } from "#domain/declarations/submissions.ts";
import { page } from "#web/answer.tsx";
import { currentEdition, type Edition } from "#web/public/editions.ts";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicFormVisit } from "#web/public/route.ts";
import { barrier } from "../consultations/proposal/desk.ts";
import { beginning, begunIn } from "../consultations/proposal/entered.ts";
import { textIn } from "../consultations/public-comment/entered.ts";
import { ContactPage, DeclareCheckPage, DeclarePage, type DeclareProps } from "./declare-pages.tsx";
import { contactIn, declarationIn } from "./entered.ts";
import { DeclaredPage } from "./receipt-page.tsx";

type Shown = Omit<DeclareProps, "site" | "edition">;
type StepKey = "declaration" | "contact" | "check";

/** The form to declare one's part, for the plan that citizens read now. */
export async function showDeclare(visit: PublicFormVisit): Promise<Response> {
  const edition = await currentEdition(visit.site);
  if (!edition) return missingPage(visit.site);
  const begun = beginning(visit.ctx.clock.now());
  return answer(visit, edition, "declaration", { entry: declarationIn(visit.form), contact: noContact, begun });
}

export async function takeDeclare(visit: PublicFormVisit): Promise<Response> {
  const edition = await currentEdition(visit.site);
  if (!edition) return missingPage(visit.site);
  const { form, ctx } = visit;
  const shown: Shown = { entry: declarationIn(form), contact: contactIn(form), begun: begunIn(form) };
  const [step, go] = [textIn(form, "step"), textIn(form, "go")];
  if (go === "declaration" || go === "back") return answer(visit, edition, "declaration", shown);
  if (go === "contact") return answer(visit, edition, "contact", shown);
  const measureIds = edition.snapshot.nodes.map(({ id }) => id);
  const wrong = declarationFault(shown.entry, { measureIds, today: ctx.clock.today() });
  if (wrong) return answer(visit, edition, "declaration", { ...shown, refusal: wrong });
  if (step === "declaration") return answer(visit, edition, "contact", shown);
  const missing = contactFault(shown.contact);
  if (missing) return answer(visit, edition, "contact", { ...shown, refusal: missing });
  return step === "check" && go === "send" ? send(visit, edition, shown) : answer(visit, edition, "check", shown);
}

async function send(visit: PublicFormVisit, edition: Edition, shown: Shown): Promise<Response> {
  const { entry, contact, begun } = shown;
  const stopped = await barrier(visit, { begun, purpose: "declaration" });
  if (stopped) return answer(visit, edition, "check", { ...shown, ...stopped });
  const sending = { planSlug: edition.head.reference, formKey: begun.formKey, entry, contact };
  const sent = await submitDeclaration(visit.ctx, sending);
  if (!sent.ok) return answer(visit, edition, "check", { ...shown, refusal: sent.refusal });
  return page(<DeclaredPage site={visit.site} {...sent.value} now={visit.ctx.clock.now()} />);
}

const pages: Readonly<Record<StepKey, (props: DeclareProps) => ReactNode>> = {
  declaration: DeclarePage,
  contact: ContactPage,
  check: DeclareCheckPage,
};

function answer(
  { site }: PublicFormVisit,
  edition: Edition,
  step: StepKey,
  { status, ...shown }: Shown & { readonly status?: number },
): Response {
  const Page = pages[step];
  return page(<Page site={site} edition={edition} {...shown} />, status ?? (shown.refusal ? 422 : 200));
}
