import type { ReactNode } from "react";
import { lacksOfMeeting, meetingPage, type MeetingPage, type VenueState } from "#domain/consultations/index.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import type { Refusal } from "#kernel/result.ts";
import { Form } from "#web/ui/forms.tsx";
import { Badge, Empty, Notice, TableFrame } from "#web/ui/parts.tsx";
import { documentParts } from "../document-parts.tsx";
import { Lacks } from "../lacks.tsx";
import type { Scene } from "../overview-page.tsx";
import { meetingAddress } from "./addresses.ts";

/** What of the page is a town meeting's own: what is missing, the venues with how they fill, the documents. */
export async function meetingParts(scene: Scene, refusal: Refusal | undefined): Promise<ReactNode> {
  const { consultation, visit, mayManage } = scene;
  const { slug } = consultation;
  const meeting = await meetingPage(visit.ctx, consultation.id);
  const { words, venues, documents } = meeting;
  return (
    <>
      <Lacks lacks={lacksOfMeeting(words, { venues: venues.length, documents: documents.length })} />
      {mayManage && (
        <p className="actions mb-6">
          <a className="button button-secondary" href={meetingAddress.words(slug)}>
            懇談会の内容を書く
          </a>
          <a className="button button-secondary" href={meetingAddress.newVenue(slug)}>
            会場を加える
          </a>
        </p>
      )}
      <Overdue slug={slug} meeting={meeting} mayManage={mayManage} />
      <Venues slug={slug} venues={venues} mayManage={mayManage} />
      {await documentParts(scene, { documents, refusal, title: "話し合う案と説明資料" })}
    </>
  );
}

function Overdue({
  slug,
  meeting,
  mayManage,
}: {
  readonly slug: string;
  readonly meeting: MeetingPage;
  readonly mayManage: boolean;
}): ReactNode {
  if (meeting.overdue === 0 || !mayManage) return null;
  return (
    <div className="mb-6">
      <Notice title={`残す日数を過ぎた申込みが${meeting.overdue}件あります。`} tone="caution">
        <p>氏名、連絡先、必要なものを消去します。人数と番号は残ります。</p>
        <Form action={meetingAddress.erasure(slug)} className="mt-2">
          <button className="button button-secondary">申し込んだ人の情報を消去する</button>
        </Form>
      </Notice>
    </div>
  );
}

interface VenuesProps {
  readonly slug: string;
  readonly venues: readonly VenueState[];
  readonly mayManage: boolean;
}

function Venues({ slug, venues, mayManage }: VenuesProps): ReactNode {
  return (
    <section aria-labelledby="venues-title" className="mb-8">
      <h2 id="venues-title" className="mb-2 text-[1.25rem]">
        会場
      </h2>
      {venues.length === 0 ? (
        <Empty title="会場は、まだありません">
          <p>「会場を加える」で、場所、地区、日時、定員を決めます。</p>
        </Empty>
      ) : (
        <TableFrame label="会場の一覧">
          <table className="table">
            <caption className="visually-hidden">会場の一覧</caption>
            <thead>
              <tr>
                <th scope="col">会場</th>
                <th scope="col">日時</th>
                <th scope="col">申込み</th>
                <th scope="col">来場</th>
                <th scope="col">記録</th>
              </tr>
            </thead>
            <tbody>
              {venues.map((state) => (
                <VenueRow key={state.venue.id} slug={slug} state={state} mayManage={mayManage} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}

function VenueRow({
  slug,
  state,
  mayManage,
}: {
  readonly slug: string;
  readonly state: VenueState;
  readonly mayManage: boolean;
}): ReactNode {
  const { venue, filling, minutes } = state;
  const { id, place, heldOn, begins, ends, capacity } = venue;
  const said = (words: string) => (
    <span className="visually-hidden">
      （{place}の{words}）
    </span>
  );
  return (
    <tr>
      <th scope="row">{mayManage ? <a href={meetingAddress.venue(slug, id)}>{place}</a> : place}</th>
      <td>
        {dateWithBoth(heldOn)} {begins}〜{ends}
      </td>
      <td>
        {filling.seated}
        {capacity !== null && `／${capacity}`}人{filling.waiting > 0 && `、待ち${filling.waiting}人`}
        {mayManage && (
          <>
            {"　"}
            <a href={meetingAddress.reception(slug, id)}>受付名簿{said("申込み")}</a>
          </>
        )}
      </td>
      <td>
        {filling.came}人
        {mayManage && (
          <>
            {"　"}
            <a href={meetingAddress.attendance(slug, id)}>参加者数{said("参加者数")}</a>
          </>
        )}
      </td>
      <td>
        <Badge tone={minutes.approvedAt ? "good" : "plain"}>{minutesWords(state)}</Badge>{" "}
        <a href={meetingAddress.minutes(slug, id)}>記録{said("記録")}</a>
      </td>
    </tr>
  );
}

function minutesWords({ minutes }: VenueState): string {
  if (minutes.approvedAt) return "承認済み";
  return minutes.version > 0 ? `質疑${minutes.exchanges.length}件` : "まだない";
}
