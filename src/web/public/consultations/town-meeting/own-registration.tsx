import type { ReactNode } from "react";
import { seatLabels } from "#domain/consultations/published.ts";
import {
  beginningOf,
  cancelByReceipt,
  intakeLimits,
  meetingRefusals,
  registrationByReceipt,
  type OwnRegistration,
} from "#domain/consultations/submissions.ts";
import type { Refusal } from "#kernel/result.ts";
import { page } from "#web/answer.tsx";
import type { PublicFormVisit } from "#web/public/route.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { TextField } from "#web/ui/forms.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import { text } from "#web/visit.ts";
import { consultationsTitle } from "../words.ts";
import { venueTime } from "./words.ts";

/** Where one looks up the own registration by its receipt, and cancels it. */
export function showLookup({ site }: PublicFormVisit): Response {
  return page(<LookupPage site={site} typed="" refusal={undefined} />);
}

export async function takeLookup(visit: PublicFormVisit): Promise<Response> {
  const { ctx, site, form } = visit;
  const typed = text(form, "receipt");
  const refused = (refusal: Refusal, status = 422) =>
    page(<LookupPage site={site} typed={typed} refusal={refusal} />, status);
  const { lookups } = await intakeLimits(ctx);
  if (!visit.mayStill("receipt", { burst: lookups, perMinute: lookups })) return refused(meetingRefusals.tooMany, 429);
  if (text(form, "go") === "cancel" && site.base === "") {
    const cancelled = await cancelByReceipt(ctx, typed);
    return cancelled.ok
      ? page(<OwnPage site={site} typed={typed} own={cancelled.value} mayCancel={false} />)
      : refused(cancelled.refusal);
  }
  const own = await registrationByReceipt(ctx, typed);
  if (!own) return refused(meetingRefusals.receiptUnknown);
  const mayCancel = !own.isCancelled && ctx.clock.now() < beginningOf(own.venue);
  return page(<OwnPage site={site} typed={typed} own={own} mayCancel={mayCancel} />);
}

function Frame({
  site,
  title,
  children,
}: {
  readonly site: Site;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <PublicPage
      site={site}
      title={title}
      section="voices"
      crumbs={[{ href: hrefIn(site, "/consultations"), label: consultationsTitle }]}
      description="懇談会の申込みを、受付番号で確かめて取り消す"
      isHidden
    >
      <div className="page section-first">
        <h1>{title}</h1>
        {children}
      </div>
    </PublicPage>
  );
}

interface LookupProps {
  readonly site: Site;
  readonly typed: string;
  readonly refusal: Refusal | undefined;
}

function LookupPage({ site, typed, refusal }: LookupProps): ReactNode {
  return (
    <Frame site={site} title="懇談会の申込みを確かめる">
      <p className="prose mt-4">申し込んだときに表示された受付番号を入れてください。</p>
      <PublicForm action={hrefIn(site, "/consultations/registrations")} refusal={refusal} hidden={{}}>
        <TextField
          name="receipt"
          label="受付番号"
          hint="例：7K2M-9QXD-4HTW-3C（小文字や全角でも構いません）"
          autoComplete="off"
          required
          value={typed}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button">確かめる</button>
        </p>
      </PublicForm>
    </Frame>
  );
}

interface OwnProps {
  readonly site: Site;
  readonly typed: string;
  readonly own: OwnRegistration;
  readonly mayCancel: boolean;
}

function OwnPage({ site, typed, own, mayCancel }: OwnProps): ReactNode {
  const { venue, people, seat, isCancelled, title, slug } = own;
  const rows = [
    { term: "いまの状態", words: isCancelled ? "取り消されています" : seatLabels[seat] },
    { term: "懇談会", words: title },
    { term: "会場", words: `${venue.place}\n${venueTime(venue)}` },
    { term: "人数", words: `${people}人` },
  ];
  return (
    <Frame site={site} title={isCancelled ? "申込みは取り消されています" : "あなたの申込み"}>
      <dl className="guide mt-4" role={isCancelled ? "status" : undefined}>
        {rows.map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {mayCancel && (
        <PublicForm action={hrefIn(site, "/consultations/registrations")} hidden={{ receipt: typed }}>
          <p className="actions">
            <button className="button button-secondary" name="go" value="cancel">
              この申込みを取り消す
            </button>
          </p>
        </PublicForm>
      )}
      <p className="mt-6 no-print">
        <a href={hrefIn(site, `/consultations/${slug}`)}>懇談会のページへ</a>
      </p>
    </Frame>
  );
}
