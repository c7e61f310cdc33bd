import type { ReactNode } from "react";
import type { PublishedVenue } from "#domain/consultations/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";

/** What was said at a venue, once the minutes are approved, and how many came. */
export function VenueRecord({ venue }: { readonly venue: PublishedVenue }): ReactNode {
  const { minutes, attendance, place, heldOn } = venue;
  if (!minutes && !attendance) return null;
  return (
    <section className="mt-12 venue-record" aria-labelledby={`record-${venue.id}`}>
      <h2 id={`record-${venue.id}`} className="text-[1.5rem]">
        {place}での記録
      </h2>
      <p>{dateWithBoth(heldOn)}</p>
      {attendance && <Attendance attendance={attendance} cityPeople={minutes?.cityPeople ?? null} />}
      {minutes && <Minutes minutes={minutes} />}
    </section>
  );
}

type Came = NonNullable<PublishedVenue["attendance"]>;

function Attendance({
  attendance,
  cityPeople,
}: {
  readonly attendance: Came;
  readonly cityPeople: number | null;
}): ReactNode {
  const parts = [
    { name: "年代", counts: attendance.byAge },
    { name: "地区", counts: attendance.byDistrict },
    { name: "区分", counts: attendance.byKind },
  ].filter(({ counts }) => counts.length > 0);
  return (
    <>
      <p className="mt-2">
        参加者 {attendance.people}人{cityPeople !== null && `、市の出席者 ${cityPeople}人`}
      </p>
      {parts.map(({ name, counts }) => (
        <p key={name} className="mt-1">
          {name}：{counts.map(({ label, count }) => `${label} ${count}人`).join("、")}
        </p>
      ))}
    </>
  );
}

function Minutes({ minutes }: { readonly minutes: NonNullable<PublishedVenue["minutes"]> }): ReactNode {
  return (
    <>
      <Passage title="あいさつ" words={minutes.opening} />
      <Passage title="説明" words={minutes.explanation} />
      {minutes.exchanges.length > 0 && (
        <>
          <h3 className="mt-6 text-[1.25rem]">意見と回答</h3>
          <ol className="list-plain exchange-list mt-2">
            {minutes.exchanges.map(({ question, answer, voiceNumber }, index) => (
              <li key={`${voiceNumber ?? index}`}>
                <p className="exchange-question">
                  <b>市民</b>
                  <span>{question}</span>
                </p>
                {answer !== "" && (
                  <p className="exchange-answer">
                    <b>市</b>
                    <span>{answer}</span>
                  </p>
                )}
                {voiceNumber !== null && <p className="exchange-number">意見の番号 {voiceNumber}</p>}
              </li>
            ))}
          </ol>
        </>
      )}
      <Passage title="まとめ" words={minutes.closing} />
    </>
  );
}

function Passage({ title, words }: { readonly title: string; readonly words: string }): ReactNode {
  if (words === "") return null;
  return (
    <>
      <h3 className="mt-6 text-[1.25rem]">{title}</h3>
      <p className="prose mt-2 whitespace-pre-line">{words}</p>
    </>
  );
}
