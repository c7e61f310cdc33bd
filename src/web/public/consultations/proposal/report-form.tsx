import type { ReactNode } from "react";
import { reportGroundLabels } from "#domain/consultations/published.ts";
import { reportGrounds, reportProposal, type ReportEntry } from "#domain/consultations/submissions.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import { missingPage } from "#web/public/missing-page.tsx";
import type { PublicFormVisit } from "#web/public/route.ts";
import { Choices, TextArea } from "#web/ui/forms.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import { callHref } from "./call-detail.tsx";
import { barrier, deskOf, type Desk } from "./desk.ts";
import { beginning, begunIn, hiddenOf, reportIn, type Begun } from "./entered.ts";
import { AskedAgain, FormFrame } from "./form-frame.tsx";

interface Shown {
  readonly entry: ReportEntry;
  readonly begun: Begun;
  readonly refusal?: Refusal | undefined;
  readonly isAskedAgain?: boolean;
}

/** 「不適切な投稿を知らせる」; also after the call has ended. */
export async function showReport(visit: PublicFormVisit): Promise<Response> {
  const desk = await deskOf(visit);
  if (!desk || !numberIn(visit)) return missingPage(visit.site);
  return answer(desk, { entry: reportIn(visit.form), begun: beginning(visit.ctx.clock.now()) });
}

export async function takeReport(visit: PublicFormVisit): Promise<Response> {
  const desk = await deskOf(visit);
  const number = numberIn(visit);
  if (!desk || !number) return missingPage(visit.site);
  const shown: Shown = { entry: reportIn(visit.form), begun: begunIn(visit.form) };
  const stopped = await barrier(visit, { begun: shown.begun, purpose: "report" });
  if (stopped) return answer(desk, { ...shown, ...stopped });
  const slug = desk.edition.head.reference;
  const { entry, begun } = shown;
  const sent = await reportProposal(visit.ctx, { slug, number, formKey: begun.formKey, entry });
  if (!sent.ok) return answer(desk, { ...shown, refusal: sent.refusal });
  return page(
    <FormFrame site={visit.site} edition={desk.edition} title="知らせを受け付けました">
      <p className="prose mt-6" role="status">
        お知らせいただき、ありがとうございます。市が募集のきまりで確かめます。公開をやめたときは、その場所に理由を示します。
      </p>
      <p className="mt-6">
        <a href={callHref({ site: visit.site, edition: desk.edition })}>募集のページへ戻る</a>
      </p>
    </FormFrame>,
  );
}

function numberIn({ params }: PublicFormVisit): number | undefined {
  const number = Number(params["number"]);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

function answer({ visit, edition }: Desk, { status, ...shown }: Shown & { readonly status?: number }): Response {
  const number = numberIn(visit) ?? 0;
  return page(
    <ReportPage desk={{ visit, edition }} number={number} {...shown} />,
    status ?? (shown.refusal ? 422 : 200),
  );
}

function ReportPage({
  desk: { visit, edition },
  number,
  entry,
  begun,
  refusal,
  isAskedAgain,
}: Shown & { readonly desk: Desk; readonly number: number }): ReactNode {
  const { site } = visit;
  return (
    <FormFrame site={site} edition={edition} title="不適切な投稿を知らせる" hasFault={!!refusal}>
      <p className="prose mt-4">
        第{number}号の文に、公開に適さないところがあれば知らせてください。あなたの氏名や連絡先は尋ねません。
      </p>
      {isAskedAgain && <AskedAgain />}
      <PublicForm
        action={callHref({ site, edition }, `/proposals/${number}/report`)}
        refusal={refusal}
        hidden={hiddenOf(begun, {}, [])}
      >
        {isAskedAgain && <input type="hidden" name="confirmed" value="yes" />}
        <Choices
          name="ground"
          label="理由"
          required
          refusal={refusal}
          options={reportGrounds.map((ground) => ({ value: ground, label: reportGroundLabels[ground] }))}
          chosen={[entry.ground]}
        />
        <TextArea
          name="words"
          label="どこが不適切ですか（任意）"
          hint="500字まで"
          rows={4}
          value={entry.words}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button" name="go" value="send">
            知らせる
          </button>
        </p>
      </PublicForm>
    </FormFrame>
  );
}
