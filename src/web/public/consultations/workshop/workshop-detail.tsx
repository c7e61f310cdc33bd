import type { ReactNode } from "react";
import type {
  PublishedHeading,
  PublishedNote,
  PublishedRound,
  WorkshopDetail,
} from "#domain/consultations/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { topicHref, voiceHref } from "#web/public/voices/addresses.ts";
import type { Site } from "#web/site.ts";
import type { EditionOf } from "../edition.ts";
import { venueTime } from "../town-meeting/words.ts";

interface Props {
  readonly site: Site;
  readonly edition: EditionOf<"workshop">;
}

/** A workshop for citizens: its rounds, what was said there under headings, and what became of it. */
export function WorkshopPart({ site, edition }: Props): ReactNode {
  const { detail } = edition.snapshot;
  const trace = edition.results ? site : undefined;
  return (
    <>
      {detail.rounds.map((round) => (
        <Round key={round.id} site={site} round={round} />
      ))}
      <Notes detail={detail} trace={trace} />
      <Guide detail={detail} />
    </>
  );
}

function Round({ site, round }: { readonly site: Site; readonly round: PublishedRound }): ReactNode {
  const title = `round-${round.number}`;
  return (
    <section className="mt-10" aria-labelledby={title}>
      <h2 id={title} className="text-[1.5rem]">
        第{round.number}回　{round.theme}
      </h2>
      <p className="mt-2">
        <time dateTime={`${round.heldOn}T${round.begins}`}>{venueTime(round)}</time>
        {round.heldOn < site.clock.today() && "（終わりました）"}
      </p>
      <p>
        {round.place}
        {round.directions !== "" && `（${round.directions}）`}
      </p>
      {round.people > 0 && (
        <p>
          参加：{round.people}人（{round.tables.map(({ name, people }) => `${name} ${people}人`).join("、")}）
        </p>
      )}
      {round.summary !== "" && <p className="prose mt-4 whitespace-pre-line">{round.summary}</p>}
      <TableSummaries round={round} />
    </section>
  );
}

function TableSummaries({ round }: { readonly round: PublishedRound }): ReactNode {
  const said = round.tables.filter(({ summary }) => summary !== "");
  if (said.length === 0) return null;
  return (
    <dl className="guide mt-4">
      {said.map(({ name, summary }) => (
        <div key={name}>
          <dt>{name}のまとめ</dt>
          <dd className="whitespace-pre-line">{summary}</dd>
        </div>
      ))}
    </dl>
  );
}

interface NotesProps {
  readonly detail: WorkshopDetail;
  /** The site where the trace of each voice can be read; undefined before the results are public. */
  readonly trace: Site | undefined;
}

function Notes({ detail: { headings, loose, excluded }, trace }: NotesProps): ReactNode {
  if (headings.length === 0 && loose.notes.length + loose.withheld === 0) return null;
  return (
    <section className="mt-10" aria-labelledby="notes-title">
      <h2 id="notes-title" className="text-[1.5rem]">
        出された意見
      </h2>
      <p className="prose mt-2">
        付箋に書かれた言葉を、似たものどうしでまとめました。シールの数は、その場で付いた数です。数の多さで扱いを決めるものではありません。
      </p>
      {headings.map((heading) => (
        <Heading key={heading.topicId} heading={heading} trace={trace} />
      ))}
      {loose.notes.length + loose.withheld > 0 && (
        <section aria-labelledby="loose-title" className="mt-8">
          <h3 id="loose-title">まとめている途中の意見</h3>
          <NoteList {...loose} trace={trace} />
        </section>
      )}
      {excluded > 0 && <p className="mt-6">このほかに、意見として扱わない付箋が{excluded}枚あります。</p>}
    </section>
  );
}

function Heading({
  heading,
  trace,
}: {
  readonly heading: PublishedHeading;
  readonly trace: Site | undefined;
}): ReactNode {
  const { topicNumber, title, notes, withheld, answer } = heading;
  const id = `topic-${topicNumber}`;
  return (
    <section aria-labelledby={id} className="mt-8">
      <h3 id={id}>
        {trace ? <a href={topicHref(trace, topicNumber)}>{title}</a> : title}（{notes.length + withheld}枚）
      </h3>
      <NoteList notes={notes} withheld={withheld} trace={trace} />
      {answer && (
        <div className="notice mt-4">
          <p className="notice-title">どう生かしたか{answer.category !== "" && `：${answer.category}`}</p>
          <p className="whitespace-pre-line">{answer.content}</p>
          <p className="mt-2">
            {answer.body}（{dateWithBoth(answer.decidedOn)}）
          </p>
        </div>
      )}
    </section>
  );
}

interface ListProps {
  readonly notes: readonly PublishedNote[];
  readonly withheld: number;
  readonly trace: Site | undefined;
}

function NoteList({ notes, withheld, trace }: ListProps): ReactNode {
  return (
    <>
      <ul className="mt-2 list-disc pl-6">
        {notes.map(({ voiceNumber, words, round, table, votes }) => (
          <li key={`${voiceNumber}-${words}`}>
            {words}
            <span className="hint">
              　第{round}回 {table}
              {votes > 0 && `・シール${votes}`}
              {trace && (
                <>
                  ・<a href={voiceHref(trace, voiceNumber)}>意見{voiceNumber}</a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {withheld > 0 && <p className="mt-2">このほかに、言葉を公開していない付箋が{withheld}枚あります。</p>}
    </>
  );
}

function Guide({ detail }: { readonly detail: WorkshopDetail }): ReactNode {
  const rows = [
    { term: "趣旨", words: detail.purpose },
    { term: "参加できる人", words: detail.eligibility },
    { term: "申込みの方法", words: detail.howToApply },
    { term: "これからの予定", words: detail.nextSteps },
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
            <dd className="whitespace-pre-line">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
