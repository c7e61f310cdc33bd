import type { ReactNode } from "react";
import {
  approveMinutes,
  exchangesIn,
  mayManageConsultation,
  offerAnswer,
  reopenMinutes,
  venueState,
  writeMinutes,
  type Exchange,
  type Minutes,
  type MinutesInput,
} from "#domain/consultations/index.ts";
import { tokyoDay } from "#kernel/clock.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Form, RefusalNotice, TextArea, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf as answerAddress } from "../../responses/addresses.ts";
import { NamesNotice } from "../../names-found.tsx";
import { consultationCrumbs } from "../addresses.ts";
import { meetingAddress } from "./addresses.ts";
import { venueOf } from "./venue-page.tsx";

/** The minutes of a venue: opening, explanation, questions and answers in order. */
export async function showMinutes(visit: Visit): Promise<Response> {
  return minutesAnswer(visit);
}

export async function saveMinutesForm(visit: Visit): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const input = minutesIn(visit.form, venue.id);
  const saved = await writeMinutes(visit.ctx, input);
  return saved.ok
    ? onwards(meetingAddress.minutes(consultation.slug, venue.id), "saved")
    : minutesAnswer(visit, { refusal: saved.refusal, entered: input });
}

export async function approve(visit: Visit): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const approved = await approveMinutes(visit.ctx, { venueId: venue.id, version: Number(text(visit.form, "version")) });
  return approved.ok
    ? onwards(meetingAddress.minutes(consultation.slug, venue.id), "confirmed")
    : minutesAnswer(visit, { refusal: approved.refusal });
}

export async function reopen(visit: Visit): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const reopened = await reopenMinutes(visit.ctx, venue.id);
  return reopened.ok
    ? onwards(meetingAddress.minutes(consultation.slug, venue.id), "cancelled")
    : minutesAnswer(visit, { refusal: reopened.refusal });
}

/** Takes the answer of the venue into the ledger as a draft, and leads to it. */
export async function offer(visit: Visit): Promise<Response> {
  const { venue } = await venueOf(visit);
  const offered = await offerAnswer(visit.ctx, { venueId: venue.id, exchangeId: text(visit.form, "exchange") });
  return offered.ok
    ? onwards(answerAddress.answer(offered.value.topicId), "saved")
    : minutesAnswer(visit, { refusal: offered.refusal });
}

function minutesIn(form: FormData, venueId: string): MinutesInput {
  const [ids, questions, answers] = [texts(form, "exchange"), texts(form, "question"), texts(form, "answer")];
  const exchanges = questions.map((question, index) => ({
    id: ids[index] || null,
    question,
    answer: answers[index] ?? "",
  }));
  const typed = exchangesIn(text(form, "typed")).map((words) => ({ id: null, ...words }));
  const people = text(form, "cityPeople");
  return {
    venueId,
    version: Number(text(form, "version")),
    cityPeople: people === "" ? null : Math.round(parseJapaneseNumber(people)?.value ?? 0),
    opening: text(form, "opening"),
    explanation: text(form, "explanation"),
    closing: text(form, "closing"),
    exchanges: [...exchanges, ...typed],
  };
}

interface Shown {
  readonly refusal?: Refusal;
  /** What was entered and refused; the fields keep it. */
  readonly entered?: MinutesInput;
}

async function minutesAnswer(visit: Visit, { refusal, entered }: Shown = {}): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const { minutes } = await venueState(visit.ctx, venue.id);
  const { slug, occasion } = consultation;
  const mayWrite = mayManageConsultation(visit.ctx.actor, occasion);
  const isOpen = minutes.approvedAt === null && mayWrite;
  return page(
    <StaffPage
      visit={visit}
      title={`記録：${venue.place}`}
      crumbs={consultationCrumbs({ slug, title: occasion.title })}
    >
      <p className="mb-4">
        {dateWithBoth(venue.heldOn)} {venue.begins}〜{venue.ends}
        <a className="ml-6" href={meetingAddress.paper(slug, venue.id, "docx")}>
          Word
        </a>
        <a className="ml-4" href={meetingAddress.paper(slug, venue.id, "pdf")}>
          PDF
        </a>
      </p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {mayWrite && <NamesNotice before="承認する前に" parts={partsOf(minutes)} />}
      {entered && entered.version !== minutes.version && <Standing minutes={minutes} />}
      {isOpen ? (
        <Writing slug={slug} minutes={minutes} entered={entered} />
      ) : (
        <Approved slug={slug} minutes={minutes} mayWrite={mayWrite} />
      )}
    </StaffPage>,
    refusal ? 422 : 200,
  );
}

/** The saved minutes by their parts, in which nobody's name belongs. */
function partsOf({ opening, explanation, closing, exchanges }: Minutes) {
  const spoken = exchanges.flatMap(({ question, answer }, index) => [
    { part: `${index + 1}番目の市民の発言`, words: question },
    { part: `${index + 1}番目の市の答え`, words: answer },
  ]);
  return [
    { part: "あいさつ", words: opening },
    { part: "説明", words: explanation },
    ...spoken,
    { part: "まとめ", words: closing },
  ];
}

/** What somebody else saved meanwhile, beside what was entered. */
function Standing({ minutes }: { readonly minutes: Minutes }): ReactNode {
  return (
    <details className="card mb-6" open>
      <summary>いま保存されている内容</summary>
      <Reading minutes={minutes} />
    </details>
  );
}

interface WritingProps {
  readonly slug: string;
  readonly minutes: Minutes;
  readonly entered: MinutesInput | undefined;
}

function Writing({ slug, minutes, entered }: WritingProps): ReactNode {
  const shown = entered ?? minutes;
  const standing = new Map(minutes.exchanges.map((each) => [each.id, each]));
  return (
    <>
      <Form action={meetingAddress.minutes(slug, minutes.venueId)}>
        <input type="hidden" name="version" value={minutes.version} />
        <p className="prose">発言した人の名前は書きません。記録は、承認して公表すると、公開ページに載ります。</p>
        <TextField
          name="cityPeople"
          label="市の出席者（人）"
          inputMode="numeric"
          short
          value={shown.cityPeople ?? ""}
        />
        <TextArea name="opening" label="あいさつ" rows={2} value={shown.opening} />
        <TextArea name="explanation" label="説明" rows={4} value={shown.explanation} />
        <h2 className="mt-6 text-[1.25rem]">意見と回答</h2>
        {shown.exchanges.map(({ id, question, answer }, index) => (
          <fieldset key={id ?? `new-${index}`} className="field exchange-fields">
            <legend className="field-label">{index + 1}番目</legend>
            <input type="hidden" name="exchange" value={id ?? ""} />
            <Lines name="question" label={`${index + 1}番目の市民の発言`} short="市民" value={question} />
            <Lines name="answer" label={`${index + 1}番目の市の答え`} short="市" value={answer} />
            {id !== null && standing.get(id)?.voice && (
              <p className="field-hint">意見の台帳に入っています。市民の発言は、ここでは変えられません。</p>
            )}
          </fieldset>
        ))}
        <TextArea
          name="typed"
          label="続きをまとめて書く"
          hint="「市民：」と「市：」で始めて、順に打ちます（問：・答：も読みます）。保存すると、上に一つずつ並びます。取り除くときは、両方の欄を空にして保存します。"
          rows={8}
        />
        <TextArea name="closing" label="まとめ" rows={2} value={shown.closing} />
        <p className="actions">
          <button className="button">保存する</button>
        </p>
      </Form>
      <Form action={meetingAddress.approval(slug, minutes.venueId)} className="mt-8">
        <input type="hidden" name="version" value={minutes.version} />
        <p className="prose">承認すると、市民の発言が一つずつ意見の台帳に入り、記録は直せなくなります。</p>
        <p className="actions">
          <button className="button button-secondary">保存した記録を承認する</button>
        </p>
      </Form>
    </>
  );
}

interface LinesProps {
  readonly name: string;
  readonly label: string;
  readonly short: string;
  readonly value: string;
}

function Lines({ name, label, short, value }: LinesProps): ReactNode {
  return (
    <label className="exchange-field">
      <span aria-hidden="true">{short}</span>
      <textarea name={name} className="input" rows={2} aria-label={label} defaultValue={value} />
    </label>
  );
}

interface ApprovedProps {
  readonly slug: string;
  readonly minutes: Minutes;
  readonly mayWrite: boolean;
}

function Approved({ slug, minutes, mayWrite }: ApprovedProps): ReactNode {
  return (
    <>
      {minutes.approvedAt && (
        <Notice title={`承認しました（${dateWithBoth(tokyoDay(minutes.approvedAt))}）`} tone="good">
          <p>公表するには、懇談会のページで「公示し直す」を押します。</p>
        </Notice>
      )}
      <Reading
        minutes={minutes}
        offers={mayWrite && minutes.approvedAt ? meetingAddress.offers(slug, minutes.venueId) : ""}
      />
      {mayWrite && (
        <Form action={meetingAddress.reopening(slug, minutes.venueId)} className="mt-8">
          <button className="button button-quiet">承認を取り消す</button>
        </Form>
      )}
    </>
  );
}

function Reading({ minutes, offers = "" }: { readonly minutes: Minutes; readonly offers?: string }): ReactNode {
  return (
    <>
      <Passage title="あいさつ" words={minutes.opening} />
      <Passage title="説明" words={minutes.explanation} />
      {minutes.exchanges.length > 0 && <h2 className="mt-6 text-[1.25rem]">意見と回答</h2>}
      <ol className="list-plain">
        {minutes.exchanges.map((exchange) => (
          <li key={exchange.id} className="border-t border-solid-gray-200 py-3">
            <p className="whitespace-pre-line">市民：{exchange.question}</p>
            {exchange.answer !== "" && <p className="mt-1 whitespace-pre-line">市：{exchange.answer}</p>}
            <Ledger exchange={exchange} offers={offers} />
          </li>
        ))}
      </ol>
      <Passage title="まとめ" words={minutes.closing} />
    </>
  );
}

/** Where the exchange stands in the ledger, and the answer offered as a draft. */
function Ledger({ exchange, offers }: { readonly exchange: Exchange; readonly offers: string }): ReactNode {
  const { voice, topicId, answer, id } = exchange;
  if (!voice) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-3">
      <span>意見の番号 {voice.number}</span>
      {topicId && <a href={answerAddress.answer(topicId)}>市の考え方の案</a>}
      {!topicId && answer !== "" && offers !== "" && (
        <Form action={offers} className="">
          <input type="hidden" name="exchange" value={id} />
          <button className="button button-secondary button-small">
            この答えを、市の考え方の案にする<span className="visually-hidden">（意見の番号 {voice.number}）</span>
          </button>
        </Form>
      )}
    </div>
  );
}

function Passage({ title, words }: { readonly title: string; readonly words: string }): ReactNode {
  if (words === "") return null;
  return (
    <>
      <h2 className="mt-6 text-[1.25rem]">{title}</h2>
      <p className="prose whitespace-pre-line">{words}</p>
    </>
  );
}
