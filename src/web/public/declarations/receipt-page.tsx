import type { ReactNode } from "react";
import { intakeLimits, intakeRefusals } from "#domain/consultations/submissions.ts";
import {
  declarationByReceipt,
  declarationRefusals,
  declarationStateLabels,
  tellYear,
  yearlyAnswerLabels,
  yearlyAnswers,
  type OwnDeclaration,
} from "#domain/declarations/submissions.ts";
import { tokyoDay, tokyoTime } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { page } from "#web/answer.tsx";
import type { PublicFormVisit } from "#web/public/route.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { TextField } from "#web/ui/forms.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import { textIn } from "../consultations/public-comment/entered.ts";
import { DeclarationFrame } from "./form-frame.tsx";

interface DeclaredProps {
  readonly site: Site;
  readonly receipt: string;
  readonly number: number;
  readonly isRepeat: boolean;
  readonly now: Date;
}

/** What the sender of a declaration keeps. */
export function DeclaredPage({ site, receipt, number, isRepeat, now }: DeclaredProps): ReactNode {
  return (
    <DeclarationFrame site={site} title="宣言を受け付けました">
      <div className="receipt mt-6" role="status">
        <p>受付番号</p>
        <p className="receipt-number">{receipt}</p>
        <p>
          宣言 第{number}号　{dateWithBoth(tokyoDay(now))} {tokyoTime(now)}
        </p>
      </div>
      {isRepeat && <p className="mt-4">同じ内容をすでに受け付けていたので、そのときの受付番号を表示しています。</p>}
      <ul className="prose mt-6 list-disc pl-6">
        <li>
          <strong>受付番号を書きとめるか、このページを印刷してください。</strong>あとから調べることはできません。
        </li>
        <li>市が確かめて公表します。公表しないときは、受付番号で理由を読めます。</li>
        <li>年に一度、受付番号で「続けています」か「終わりました」を知らせてください。</li>
      </ul>
    </DeclarationFrame>
  );
}

/** One's own declaration by receipt: the form for the number. */
export function showReceipt({ site }: PublicFormVisit): Response {
  return page(<ReceiptForm site={site} />);
}

/** The receipt came in: the declaration is shown, or what its sender says of this year is kept. */
export async function takeReceipt(visit: PublicFormVisit): Promise<Response> {
  const { ctx, site, form } = visit;
  const receipt = textIn(form, "receipt");
  const { lookups } = await intakeLimits(ctx);
  if (!visit.mayStill("receipt", { burst: lookups, perMinute: lookups }))
    return page(<ReceiptForm site={site} refusal={intakeRefusals.tooMany} receipt={receipt} />, 429);
  const answer = yearlyAnswers.find((each) => each === textIn(form, "answer"));
  const told = answer && site.base === "" ? await tellYear(ctx, { receipt, answer }) : undefined;
  const own = await declarationByReceipt(ctx, receipt);
  if (!own)
    return page(<ReceiptForm site={site} refusal={declarationRefusals.unknownReceipt} receipt={receipt} />, 422);
  const refusal = told && !told.ok ? told.refusal : undefined;
  const element = <OwnPage site={site} receipt={receipt} own={own} refusal={refusal} isTold={told?.ok === true} />;
  return page(element, refusal ? 422 : 200);
}

interface ReceiptFormProps {
  readonly site: Site;
  readonly refusal?: Refusal;
  readonly receipt?: string;
}

const action = (site: Site) => hrefIn(site, "/declarations/receipt");

function ReceiptForm({ site, refusal, receipt }: ReceiptFormProps): ReactNode {
  return (
    <DeclarationFrame site={site} title="受付番号で、自分の宣言を見る" hasFault={!!refusal}>
      <PublicForm action={action(site)} refusal={refusal} hidden={{}}>
        <TextField
          name="receipt"
          label="受付番号"
          hint="例：7K2M-9QXD-4HTW-3C"
          autoComplete="off"
          value={receipt}
          required
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">宣言を見る</button>
        </p>
      </PublicForm>
    </DeclarationFrame>
  );
}

interface OwnProps {
  readonly site: Site;
  readonly receipt: string;
  readonly own: OwnDeclaration;
  readonly refusal: Refusal | undefined;
  readonly isTold: boolean;
}

function OwnPage({ site, receipt, own, refusal, isTold }: OwnProps): ReactNode {
  return (
    <DeclarationFrame site={site} title={`宣言 第${own.number}号`}>
      {isTold && (
        <p className="notice mt-4" role="status">
          受け付けました。次に公表するときに、一覧に載ります。
        </p>
      )}
      <p className="mt-4">
        {own.organisation}　市の扱い：{declarationStateLabels[own.state]}
      </p>
      {own.reason !== "" && <p className="mt-2">公表しない理由：{own.reason}</p>}
      <p className="own-words mt-4">{own.promise}</p>
      <ul className="mt-4 list-disc pl-6">
        {own.years.map(({ year, answer }) => (
          <li key={year}>
            {year}年度：{yearlyAnswerLabels[answer]}
          </li>
        ))}
      </ul>
      {own.state === "accepted" && (
        <PublicForm action={action(site)} refusal={refusal} hidden={{ receipt }}>
          <h2 className="text-[1.25rem]">ことしの取組</h2>
          <p className="actions">
            {yearlyAnswers.map((answer) => (
              <button
                key={answer}
                className={answer === "continuing" ? "button" : "button button-secondary"}
                name="answer"
                value={answer}
              >
                {yearlyAnswerLabels[answer]}
              </button>
            ))}
          </p>
        </PublicForm>
      )}
    </DeclarationFrame>
  );
}
