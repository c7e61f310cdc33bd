import type { ReactNode } from "react";
import {
  copyCauseLabels,
  loanOfGone,
  saveLoan,
  textKeysOf,
  type LoanOfGone,
  type SectionTexts,
} from "#domain/documents/index.ts";
import { emptyRichText, isEmptyRichText } from "#kernel/rich-text.ts";
import { NotFound } from "#kernel/result.ts";
import { onwards, page } from "#web/answer.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { Rich } from "#web/ui/rich-text.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import type { Visit } from "#web/visit.ts";
import { addressOf, manuscriptCrumbs } from "./addresses.ts";
import { textsInForm } from "./loan-form.ts";
import { saverOf } from "./loan-page.tsx";
import { savingOf, tellRefusal, tellSaved } from "./loan-save.ts";
import { textLabel, whenWords } from "./words.ts";

type Handle = (visit: Visit) => Promise<Response>;

/** What is answered in place of a page of a loan whose section was removed from the plan or the manuscript meanwhile. */
export function whereStanding(handle: Handle, instead: (visit: Visit, gone: LoanOfGone) => Promise<Response>): Handle {
  return async (visit) => {
    try {
      return await handle(visit);
    } catch (error) {
      const gone = error instanceof NotFound ? await goneAt(visit) : undefined;
      if (!gone) throw error;
      return instead(visit, gone);
    }
  };
}

async function goneAt({ ctx, params }: Visit): Promise<LoanOfGone | undefined> {
  const gone = await loanOfGone(ctx, params["loan"] ?? "");
  return gone?.plan.slug === params["slug"] ? gone : undefined;
}

/** What was written on a section that is gone, to be read and copied (外された節に書いた文章). */
export async function showGone(visit: Visit, gone: LoanOfGone): Promise<Response> {
  const { plan, name, own, copies } = gone;
  const today = visit.ctx.clock.today();
  return page(
    <StaffPage visit={visit} title={`${name}：書いた文章`} crumbs={manuscriptCrumbs(plan)}>
      <Notice tone="caution" title="この節は、計画か原稿から外されました。">
        <p>
          {whenWords(own.savedAt, today)}
          までに保存した文章を、下に残してあります。必要なところは、選んで写し、ほかの節に貼り付けてください。
        </p>
        <p className="mt-2">
          外した項目が元に戻されると、この画面で続きを書けます。戻すかどうかは、企画の担当に相談してください。
        </p>
      </Notice>
      <form id="writing-form" className="mt-4">
        {saverOf(visit, gone, true)}
      </form>
      <Texts gone={gone} texts={own.texts} />
      {copies.map(({ id, cause, texts }) => (
        <section key={id} aria-labelledby={id} className="mt-8">
          <h2 id={id}>{copyCauseLabels[cause]}</h2>
          <Texts gone={gone} texts={texts ?? {}} />
        </section>
      ))}
    </StaffPage>,
  );
}

function Texts({
  gone: { plan, section },
  texts,
}: {
  readonly gone: LoanOfGone;
  readonly texts: SectionTexts;
}): ReactNode {
  const keys = textKeysOf(section).filter((key) => !isEmptyRichText(texts[key] ?? emptyRichText));
  if (keys.length === 0) return <p className="mt-4">文章は書かれていません。</p>;
  return keys.map((key) => (
    <div key={key} className="mt-6">
      <p className="font-bold">{textLabel(key)}</p>
      <Rich text={texts[key] ?? emptyRichText} pictureAddress={(file) => addressOf.picture(plan, file)} />
    </div>
  ));
}

/** Saves a form of the loan as far as it can be, and shows what is kept. */
export async function saveGone(visit: Visit, gone: LoanOfGone): Promise<Response> {
  const entered = textsInForm(visit.form, gone.section, gone.own.texts);
  if (!entered.fault) await saveLoan(visit.ctx, savingOf(visit, gone, entered));
  return onwards(addressOf.loan(gone.plan, gone.own.id));
}

/** The same for a save behind the typing. */
export async function tellGone(visit: Visit, gone: LoanOfGone): Promise<Response> {
  const entered = textsInForm(visit.form, gone.section, gone.own.texts);
  if (entered.fault) return tellRefusal(entered.fault);
  const result = await saveLoan(visit.ctx, savingOf(visit, gone, entered));
  if (!result.ok) return tellRefusal(result.refusal);
  return tellSaved({ ...result.value, kept: "gone" }, addressOf.loan(gone.plan, gone.own.id));
}
