import type { ReactNode } from "react";
import {
  cancelForCaller,
  forgetRegistrants,
  needs,
  noteArrival,
  noteCalled,
  receptionList,
  registerByStaff,
  registrationWayLabels,
  type RegistrationEntry,
  type SeatedRegistration,
  type Venue,
} from "#domain/consultations/index.ts";
import { consultationBySlug } from "#domain/consultations/index.ts";
import { parseJapaneseNumber } from "#kernel/japanese-number.ts";
import type { Refusal } from "#kernel/result.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { onwards, page } from "#web/answer.tsx";
import { Choices, Form, RefusalNotice, SelectField, TextField } from "#web/ui/forms.tsx";
import { Badge, Empty, TableFrame } from "#web/ui/parts.tsx";
import { StaffPage } from "#web/ui/staff-layout.tsx";
import { text, texts, type Visit } from "#web/visit.ts";
import { addressOf, consultationCrumbs } from "../addresses.ts";
import { meetingAddress } from "./addresses.ts";
import { venueOf } from "./venue-page.tsx";

/** The reception list of a venue: at the desk before, on paper at the door, and after. */
export async function showReception(visit: Visit): Promise<Response> {
  return receptionAnswer(visit);
}

/** What was done on the list: somebody came, was called, or takes the registration back. */
export async function saveReception(visit: Visit): Promise<Response> {
  const { ctx, form } = visit;
  const { venue, consultation } = await venueOf(visit);
  const [id = "", act = ""] = text(form, "act").split(" ");
  const done = await actOn(visit, id, act);
  if (!done.ok) return receptionAnswer(visit, { refusal: done.refusal });
  const fresh = ctx.clock.today() === venue.heldOn ? undefined : "saved";
  return onwards(`${meetingAddress.reception(consultation.slug, venue.id)}#registration-${id}`, fresh);
}

function actOn({ ctx, form }: Visit, id: string, act: string) {
  if (act === "cancel") return cancelForCaller(ctx, id);
  if (act === "called") return noteCalled(ctx, id);
  return noteArrival(ctx, { id, came: peopleIn(text(form, `came-${id}`)) });
}

/** null for an empty field; NaN for what is no number, which the rule refuses. */
function peopleIn(typed: string): number | null {
  return typed === "" ? null : (parseJapaneseNumber(typed)?.value ?? Number.NaN);
}

export async function addRegistration(visit: Visit): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const { form, ctx } = visit;
  const entry: RegistrationEntry = {
    venueId: venue.id,
    people: peopleIn(text(form, "people")) ?? Number.NaN,
    name: text(form, "name"),
    contact: text(form, "contact"),
    needs: texts(form, "needs"),
    needsNote: text(form, "needsNote"),
  };
  const way = text(form, "way") === "counter" ? "counter" : "venue";
  const added = await registerByStaff(ctx, entry, way);
  if (!added.ok) return receptionAnswer(visit, { entryRefusal: added.refusal });
  return onwards(meetingAddress.reception(consultation.slug, venue.id), "saved");
}

export async function eraseOverdue(visit: Visit): Promise<Response> {
  const { id, slug } = await consultationBySlug(visit.ctx, visit.params["slug"] ?? "");
  await forgetRegistrants(visit.ctx, id);
  return onwards(addressOf.consultation(slug), "erased");
}

interface Refusals {
  readonly refusal?: Refusal;
  readonly entryRefusal?: Refusal;
}

async function receptionAnswer(visit: Visit, { refusal, entryRefusal }: Refusals = {}): Promise<Response> {
  const { venue, consultation } = await venueOf(visit);
  const { registrations } = await receptionList(visit.ctx, venue.id);
  const { slug, occasion } = consultation;
  return page(
    <StaffPage
      visit={visit}
      title={`受付名簿：${venue.place}`}
      crumbs={consultationCrumbs({ slug, title: occasion.title })}
      wide
    >
      <p>
        {dateWithBoth(venue.heldOn)} {venue.begins}〜{venue.ends}
        {venue.capacity !== null && `　定員${venue.capacity}人`}　{totalWords(registrations)}
      </p>
      <p className="mb-4 no-print">印刷すると、会場で使うA4の名簿になります。この名簿を見たことは、記録に残ります。</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <List slug={slug} venue={venue} registrations={registrations} />
      <NewRegistration slug={slug} venue={venue} refusal={entryRefusal} />
    </StaffPage>,
    refusal || entryRefusal ? 422 : 200,
  );
}

function totalWords(registrations: readonly SeatedRegistration[]): string {
  const sum = (wanted: (each: SeatedRegistration) => boolean) =>
    registrations.filter(wanted).reduce((total, { people }) => total + people, 0);
  const came = registrations.reduce((total, each) => total + (each.came ?? 0), 0);
  const waiting = sum(({ seat }) => seat === "waiting");
  return `申込み${sum(({ seat }) => seat === "seated")}人${waiting > 0 ? `、キャンセル待ち${waiting}人` : ""}、来場${came}人`;
}

interface ListProps {
  readonly slug: string;
  readonly venue: Venue;
  readonly registrations: readonly SeatedRegistration[];
}

function List({ slug, venue, registrations }: ListProps): ReactNode {
  if (registrations.length === 0)
    return (
      <Empty title="申込みは、まだありません">
        <p>公開ページから申し込まれると、ここに並びます。電話や会場で受けた人は、下で加えます。</p>
      </Empty>
    );
  return (
    <Form action={meetingAddress.reception(slug, venue.id)} className="">
      <TableFrame label="受付名簿">
        <table className="table reception">
          <caption className="visually-hidden">受付名簿</caption>
          <thead>
            <tr>
              <th scope="col">番号</th>
              <th scope="col">氏名</th>
              <th scope="col">連絡先</th>
              <th scope="col">必要なもの</th>
              <th scope="col">人数</th>
              <th scope="col">状態</th>
              <th scope="col">来場</th>
            </tr>
          </thead>
          <tbody>
            {registrations.map((registration) => (
              <Row key={registration.id} registration={registration} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Form>
  );
}

function Row({ registration }: { readonly registration: SeatedRegistration }): ReactNode {
  const { id, number, people, registrant, seat, way, came, beganWaiting } = registration;
  const name = registrant ? registrant.name || "（会場で受付）" : "（消去済み）";
  const field = `came-${id}`;
  const movedUp = seat === "seated" && beganWaiting;
  return (
    <tr id={`registration-${id}`} className={seat === null ? "no-print" : undefined}>
      <td>{number}</td>
      <th scope="row">{name}</th>
      <td>{registrant?.contact}</td>
      <td>{registrant?.needs}</td>
      <td>{people}</td>
      <td>
        {seat === null && "取消し"}
        {seat === "waiting" && <Badge tone="caution">キャンセル待ち</Badge>}
        {seat === "seated" && registrationWayLabels[way]}
        {movedUp && (
          <>
            <Badge tone="caution">繰上げ・連絡が必要</Badge>
            <button className="button button-quiet button-small no-print" name="act" value={`${id} called`}>
              連絡した<span className="visually-hidden">（{name}）</span>
            </button>
          </>
        )}
      </td>
      <td>
        {seat !== null && (
          <span className="flex items-center gap-2">
            <label className="visually-hidden" htmlFor={field}>
              {name}の来場者数
            </label>
            <input
              id={field}
              name={field}
              className="input input-short"
              inputMode="numeric"
              defaultValue={came ?? ""}
            />
            <button className="button button-secondary button-small no-print" name="act" value={`${id} came`}>
              記録する<span className="visually-hidden">（{name}）</span>
            </button>
            <button className="button button-quiet button-small no-print" name="act" value={`${id} cancel`}>
              取り消す<span className="visually-hidden">（{name}）</span>
            </button>
          </span>
        )}
      </td>
    </tr>
  );
}

interface NewProps {
  readonly slug: string;
  readonly venue: Venue;
  readonly refusal: Refusal | undefined;
}

function NewRegistration({ slug, venue, refusal }: NewProps): ReactNode {
  const common = { refusal };
  return (
    <details className="mt-8 no-print" open={refusal !== undefined}>
      <summary>申込みを加える（会場・電話・窓口）</summary>
      <Form action={meetingAddress.registrations(slug, venue.id)} refusal={refusal}>
        <SelectField
          name="way"
          label="受けた所"
          options={[
            { value: "venue", label: "会場で（来場として数える。名前は書かなくてもよい）" },
            { value: "counter", label: "電話・窓口で" },
          ]}
        />
        <TextField {...common} name="people" label="人数" inputMode="numeric" short required value="1" />
        <TextField {...common} name="name" label="お名前" />
        <TextField {...common} name="contact" label="連絡先" />
        <Choices
          name="needs"
          label="必要なもの"
          kind="checkbox"
          options={needs.map((need) => ({ value: need, label: need }))}
        />
        <TextField {...common} name="needsNote" label="必要なものについて" />
        <p className="actions">
          <button className="button button-secondary">加える</button>
        </p>
      </Form>
    </details>
  );
}
