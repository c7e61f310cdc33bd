import type { ReactNode } from "react";
import {
  beginningOf,
  type PublishedFile,
  type PublishedVenue,
  type TownMeetingDetail,
} from "#domain/consultations/published.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Icon } from "#web/ui/icons.tsx";
import type { EditionOf } from "../edition.ts";
import { Documents } from "../documents.tsx";
import { VenueRecord } from "./venue-record.tsx";
import { venueTime } from "./words.ts";

interface Props {
  readonly site: Site;
  readonly edition: EditionOf<"townMeeting">;
}

export function meetingFiles({ documents }: TownMeetingDetail): readonly PublishedFile[] {
  return documents.flatMap(({ file }) => file ?? []);
}

/** A town meeting for citizens: where and when, how to apply, what is spoken about, then what was said. */
export function MeetingDetail({ site, edition }: Props): ReactNode {
  const { detail } = edition.snapshot;
  const isToCome = detail.venues.some((venue) => isAhead(site, venue));
  return (
    <>
      {isToCome && <Apply site={site} edition={edition} />}
      <Venues site={site} edition={edition} />
      <Documents
        site={site}
        slug={edition.head.reference}
        documents={detail.documents}
        role="draft"
        title="話し合う案"
      />
      <Documents
        site={site}
        slug={edition.head.reference}
        documents={detail.documents}
        role="material"
        title="説明資料"
      />
      <Guide detail={detail} />
      {detail.venues.map((venue) => (
        <VenueRecord key={venue.id} venue={venue} />
      ))}
    </>
  );
}

/** By the day alone: the page is kept until the day ends. */
function isAhead({ clock }: Site, { heldOn }: PublishedVenue): boolean {
  return heldOn >= clock.today();
}

function Apply({ site, edition: { head, snapshot } }: Props): ReactNode {
  const { acceptsWeb, howToApply } = snapshot.detail;
  return (
    <div className="mt-6 no-print">
      {acceptsWeb && (
        <p className="actions">
          <a className="button" href={hrefIn(site, `/consultations/${head.reference}/registration`)}>
            参加を申し込む
          </a>
          <a className="button button-secondary" href={hrefIn(site, "/consultations/registrations")}>
            申込みを確かめる・取り消す
          </a>
        </p>
      )}
      {howToApply !== "" && <p className="prose mt-2 whitespace-pre-line">{howToApply}</p>}
    </div>
  );
}

function Venues({ site, edition }: Props): ReactNode {
  const { venues } = edition.snapshot.detail;
  const base = `/consultations/${edition.head.reference}`;
  return (
    <section className="mt-10" aria-labelledby="venues-title">
      <h2 id="venues-title" className="text-[1.5rem]">
        会場
      </h2>
      <ol className="list-plain venue-list mt-4">
        {venues.map((venue) => (
          <li key={venue.id} className="card" id={`venue-${venue.id}`}>
            <h3>{venue.place}</h3>
            <p>
              <time dateTime={`${venue.heldOn}T${venue.begins}`}>{venueTime(venue)}</time>
              {venue.heldOn < site.clock.today() && "（終わりました）"}
            </p>
            <VenueFacts venue={venue} />
            <p className="mt-2 no-print">
              <a href={hrefIn(site, `${base}/venues/${venue.id}.ics`)} className="forward-link">
                <Icon name="file" />
                カレンダーに入れる<span className="visually-hidden">（{venue.place}）</span>
              </a>
            </p>
          </li>
        ))}
      </ol>
      {venues.length > 1 && (
        <p className="mt-4 no-print">
          <a href={hrefIn(site, `${base}/calendar.ics`)} className="forward-link">
            <Icon name="file" />
            すべての会場をカレンダーに入れる（iCalendar形式）
          </a>
        </p>
      )}
    </section>
  );
}

function VenueFacts({ venue }: { readonly venue: PublishedVenue }): ReactNode {
  const facts = [
    { term: "地区", words: venue.district },
    { term: "場所", words: venue.directions },
    { term: "定員", words: venue.capacity === null ? "なし" : `${venue.capacity}人（申込み順）` },
    { term: "備考", words: venue.note },
  ].filter(({ words }) => words !== "");
  return (
    <dl className="venue-facts mt-2">
      {facts.map(({ term, words }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Guide({ detail }: { readonly detail: TownMeetingDetail }): ReactNode {
  const rows = [
    { term: "趣旨", words: detail.purpose },
    { term: "次第", words: detail.programme },
    { term: "参加できる人", words: detail.eligibility },
    {
      term: "申し込んだ人の情報",
      words: `氏名と連絡先は受付だけに使い、公表しません。開催日から${detail.keepDays}日を過ぎたら消去します。`,
    },
  ].filter(({ words }) => words !== "");
  return (
    <section className="mt-10" aria-labelledby="guide-title">
      <h2 id="guide-title" className="text-[1.5rem]">
        ご案内
      </h2>
      <dl className="guide mt-4">
        {rows.map(({ term, words }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Venues for which one can still apply at this moment. */
export function openVenues({ clock }: Site, { venues }: TownMeetingDetail): readonly PublishedVenue[] {
  return venues.filter((venue) => clock.now() < beginningOf(venue));
}
