import type { ReactNode } from "react";
import { seatLabels, type PublishedVenue } from "#domain/consultations/published.ts";
import {
  mostPeople,
  needs,
  needsText,
  type Registered,
  type RegistrationEntry,
} from "#domain/consultations/submissions.ts";
import type { Refusal } from "#kernel/result.ts";
import { hrefIn, type Site } from "#web/site.ts";
import { Choices, TextField } from "#web/ui/forms.tsx";
import { Notice } from "#web/ui/parts.tsx";
import { PublicForm } from "#web/ui/public-form.tsx";
import { PublicPage } from "#web/ui/public-layout.tsx";
import type { EditionOf } from "../edition.ts";
import { consultationsTitle } from "../words.ts";
import type { Entered } from "./entered.ts";
import { openVenues } from "./meeting-detail.tsx";
import { venueTime } from "./words.ts";

interface PageProps {
  readonly site: Site;
  readonly edition: EditionOf<"townMeeting">;
}

interface FormProps extends PageProps {
  readonly entered: Entered;
  /** Seats left at each venue at this moment; null without a capacity. */
  readonly left: ReadonlyMap<string, number | null>;
  readonly refusal: Refusal | undefined;
}

function Frame({
  site,
  edition,
  title,
  children,
}: PageProps & { readonly title: string; readonly children: ReactNode }) {
  const { head, snapshot } = edition;
  return (
    <PublicPage
      site={site}
      title={title}
      detail={snapshot.title}
      section="voices"
      crumbs={[
        { href: hrefIn(site, "/consultations"), label: consultationsTitle },
        { href: hrefIn(site, `/consultations/${head.reference}`), label: snapshot.title },
      ]}
      description={`${snapshot.title}への参加を申し込む`}
      isHidden
    >
      <div className="page section-first">
        <h1>{title}</h1>
        <p className="mt-2">{snapshot.title}</p>
        {children}
      </div>
    </PublicPage>
  );
}

function actionOf({ site, edition }: PageProps): string {
  return hrefIn(site, `/consultations/${edition.head.reference}/registration`);
}

/** The form: which venue, how many, who, and what one needs. */
export function EntryPage({ site, edition, entered, left, refusal }: FormProps): ReactNode {
  const { detail } = edition.snapshot;
  const venues = openVenues(site, detail);
  const { entry, formKey, begunAt } = entered;
  if (venues.length === 0 || !detail.acceptsWeb)
    return (
      <Frame site={site} edition={edition} title="参加の申込み">
        <div className="mt-6">
          <Notice title="いま、このページで申し込める会場はありません。">
            <p className="whitespace-pre-line">{detail.howToApply || "担当の課へお問い合わせください。"}</p>
          </Notice>
        </div>
      </Frame>
    );
  return (
    <Frame site={site} edition={edition} title="参加の申込み">
      <p className="prose mt-4">
        氏名と連絡先は、この懇談会の受付だけに使い、公表しません。開催日から{detail.keepDays}日を過ぎたら消去します。
      </p>
      <PublicForm action={actionOf({ site, edition })} refusal={refusal} hidden={{ formKey, begunAt }}>
        <Choices
          name="venueId"
          label="会場"
          required
          refusal={refusal}
          chosen={[entry.venueId]}
          options={venues.map((venue) => ({
            value: venue.id,
            label: `${venue.place}　${venueTime(venue)}`,
            hint: roomWords(left.get(venue.id)),
          }))}
        />
        <TextField
          name="people"
          label="参加する人数"
          hint={`あなたを含めて、${mostPeople}人まで`}
          inputMode="numeric"
          short
          required
          value={Number.isNaN(entry.people) ? "" : entry.people}
          refusal={refusal}
        />
        <TextField name="name" label="お名前" autoComplete="name" required value={entry.name} refusal={refusal} />
        <TextField
          name="contact"
          label="連絡先（電話番号かメールアドレス）"
          hint="中止や、キャンセル待ちから参加できるようになったときに、お知らせします。"
          required
          value={entry.contact}
          refusal={refusal}
        />
        <Choices
          name="needs"
          label="必要なもの（任意）"
          kind="checkbox"
          chosen={entry.needs}
          options={needs.map((need) => ({ value: need, label: need }))}
        />
        <TextField
          name="needsNote"
          label="必要なものについて、知らせておきたいこと（任意）"
          hint="例：託児は2歳と4歳の2人です。"
          value={entry.needsNote}
          refusal={refusal}
        />
        <p className="actions">
          <button className="button" name="go" value="check">
            確認へ進む
          </button>
        </p>
      </PublicForm>
    </Frame>
  );
}

function roomWords(left: number | null | undefined): string {
  if (left === null || left === undefined) return "定員はありません。";
  return left === 0 ? "満席です。キャンセル待ちを受け付けています。" : `あと${left}人参加できます。`;
}

/** Everything once more before it is sent. */
export function CheckPage({
  site,
  edition,
  entered,
  left,
  refusal,
  isAskedAgain,
}: FormProps & { readonly isAskedAgain: boolean }): ReactNode {
  const { entry, formKey, begunAt } = entered;
  const room = left.get(entry.venueId);
  const isWaiting = typeof room === "number" && room < entry.people;
  const hidden = {
    formKey,
    begunAt,
    venueId: entry.venueId,
    name: entry.name,
    contact: entry.contact,
    people: String(entry.people),
    needsNote: entry.needsNote,
    ...(isAskedAgain && { confirmed: "yes" }),
  };
  return (
    <Frame site={site} edition={edition} title="申し込む前に確かめる">
      {isAskedAgain && (
        <div role="alert" className="mt-6">
          <Notice title="まだ申し込まれていません。もう一度、確かめてください。" tone="caution">
            <p>
              自動で送られたものではないことを確かめるためです。内容がよければ、もう一度「申し込む」を押してください。
            </p>
          </Notice>
        </div>
      )}
      <PublicForm action={actionOf({ site, edition })} refusal={refusal} hidden={hidden}>
        {entry.needs.map((need) => (
          <input key={need} type="hidden" name="needs" value={need} />
        ))}
        <EntryList edition={edition} entry={entry} />
        {isWaiting && (
          <Notice title="キャンセル待ちになります。" tone="caution">
            <p>席が空いたら、担当の課から連絡します。</p>
          </Notice>
        )}
        <p className="actions">
          <button className="button" name="go" value="send">
            申し込む
          </button>
          <button className="button button-secondary" name="go" value="back">
            直す
          </button>
        </p>
      </PublicForm>
    </Frame>
  );
}

function EntryList({ edition, entry }: Pick<PageProps, "edition"> & { readonly entry: RegistrationEntry }): ReactNode {
  const venue = venueOf(edition, entry);
  const rows = [
    { term: "会場", words: venue ? `${venue.place}\n${venueTime(venue)}` : "" },
    { term: "参加する人数", words: `${entry.people}人` },
    { term: "お名前", words: entry.name },
    { term: "連絡先", words: entry.contact },
    { term: "必要なもの", words: needsText(entry) || "なし" },
  ];
  return (
    <dl className="guide mt-4">
      {rows.map(({ term, words }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function venueOf({ snapshot }: EditionOf<"townMeeting">, { venueId }: RegistrationEntry): PublishedVenue | undefined {
  return snapshot.detail.venues.find(({ id }) => id === venueId);
}

/** What one keeps: whether there is a seat, the receipt to look it up and to cancel. */
export function RegisteredPage({
  site,
  edition,
  entry,
  receipt,
  seat,
  isRepeat,
}: PageProps & Registered & { readonly entry: RegistrationEntry }): ReactNode {
  const venue = venueOf(edition, entry);
  return (
    <Frame site={site} edition={edition} title="申込みを受け付けました">
      <div className="receipt mt-6" role="status">
        <p>
          <strong>{seatLabels[seat]}</strong>
        </p>
        <p>受付番号</p>
        <p className="receipt-number">{receipt}</p>
        {venue && (
          <p>
            {venue.place}　{venueTime(venue)}　{entry.people}人
          </p>
        )}
      </div>
      {isRepeat && <p className="prose mt-4">同じ申込みをすでに受け付けていたので、その受付番号を表示しています。</p>}
      <ul className="prose mt-6 list-disc pl-6">
        <li>受付番号を書きとめるか、このページを印刷してください。あとから調べることはできません。</li>
        {seat === "waiting" && <li>席が空いたら、お知らせいただいた連絡先に、担当の課から連絡します。</li>}
        <li>
          参加できなくなったときは、
          <a href={hrefIn(site, "/consultations/registrations")}>申込みを確かめる・取り消すページ</a>
          で、受付番号を入れて取り消してください。
        </li>
      </ul>
      <p className="mt-8 no-print">
        <a href={hrefIn(site, `/consultations/${edition.head.reference}`)}>懇談会のページへ戻る</a>
      </p>
    </Frame>
  );
}
