import type { ReactNode } from "react";
import type { PublishedHeading, PublishedNote, WorkshopDetail } from "#domain/consultations/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import { topicHref, voiceHref } from "#web/public/voices/addresses.ts";
import type { Site } from "#web/site.ts";

interface NotesProps {
  readonly detail: WorkshopDetail;
  /** The site where the trace of each voice can be read; undefined before the results are public. */
  readonly trace: Site | undefined;
}

/** How many notes of a heading stand open; more are unfolded. */
const firstNotes = 6;

/** What was written on notes, under headings, with what became of it. */
export function Notes({ detail: { headings, loose, excluded }, trace }: NotesProps): ReactNode {
  const looseCount = loose.notes.length + loose.withheld;
  if (headings.length === 0 && looseCount === 0) return <NoNotes />;
  return (
    <section className="mt-12" aria-labelledby="notes-title">
      <h2 id="notes-title" className="text-[1.5rem]">
        出された意見と、どう生かしたか
      </h2>
      <p className="prose mt-2">
        付箋に書かれた言葉を、似たものどうしでまとめました。シールの数は、その場で付いた数です。数の多さで扱いを決めるものではありません。
      </p>
      <Contents headings={headings} />
      {headings.map((heading, index) => (
        <Heading key={heading.topicId} heading={heading} hue={(index % 7) + 1} trace={trace} />
      ))}
      {looseCount > 0 && (
        <section aria-labelledby="loose-title" className="mt-8">
          <h3 id="loose-title">まとめている途中の意見（{looseCount}枚）</h3>
          <NoteList {...loose} trace={trace} />
        </section>
      )}
      {excluded > 0 && <p className="mt-6">このほかに、意見として扱わない付箋が{excluded}枚あります。</p>}
    </section>
  );
}

function NoNotes(): ReactNode {
  return (
    <section className="mt-12" aria-labelledby="notes-title">
      <h2 id="notes-title" className="text-[1.5rem]">
        出された意見と、どう生かしたか
      </h2>
      <p className="prose mt-2">
        付箋に書かれた意見は、回が終わったあと、個人の情報がないことを確かめてから、ここに載せます。それぞれの意見をどう生かしたかも、決まりしだい、ここでお知らせします。
      </p>
    </section>
  );
}

/** The headings in short, each with how far its answer is. */
function Contents({ headings }: { readonly headings: readonly PublishedHeading[] }): ReactNode {
  if (headings.length < 2) return null;
  return (
    <ol className="list-plain workshop-contents mt-4" aria-label="見出しの一覧">
      {headings.map(({ topicId, topicNumber, title, notes, withheld, answer }) => (
        <li key={topicId}>
          <a href={`#topic-${topicNumber}`}>{title}</a>
          <span>
            {notes.length + withheld}枚・{answer ? answer.category || "市の考え方あり" : "検討しています"}
          </span>
        </li>
      ))}
    </ol>
  );
}

interface HeadingProps {
  readonly heading: PublishedHeading;
  readonly hue: number;
  readonly trace: Site | undefined;
}

function Heading({ heading, hue, trace }: HeadingProps): ReactNode {
  const { topicNumber, title, notes, withheld, answer } = heading;
  const id = `topic-${topicNumber}`;
  return (
    <section aria-labelledby={id} className={`workshop-heading hue-${hue} mt-8`}>
      <h3 id={id}>
        {title}（{notes.length + withheld}枚）
      </h3>
      <NoteList notes={notes} withheld={withheld} trace={trace} />
      {answer ? <Answer answer={answer} /> : <p className="mt-4">どう生かすかは、これから決めます。</p>}
      {trace && (
        <p className="mt-2 no-print">
          <a href={topicHref(trace, topicNumber)} className="forward-link">
            この意見の流れを見る<span className="visually-hidden">（{title}）</span>
          </a>
        </p>
      )}
    </section>
  );
}

function Answer({ answer }: { readonly answer: NonNullable<PublishedHeading["answer"]> }): ReactNode {
  const { category, content, body, decidedOn } = answer;
  return (
    <div className="notice mt-4">
      <p className="notice-title">どう生かしたか{category !== "" && `：${category}`}</p>
      <p className="whitespace-pre-line">{content}</p>
      <p className="mt-2 text-solid-gray-700">
        {body}（{dateWithBoth(decidedOn)}）
      </p>
    </div>
  );
}

interface ListProps {
  readonly notes: readonly PublishedNote[];
  readonly withheld: number;
  readonly trace: Site | undefined;
}

function NoteList({ notes, withheld, trace }: ListProps): ReactNode {
  const [open, folded] = [notes.slice(0, firstNotes), notes.slice(firstNotes)];
  return (
    <>
      {open.length > 0 && <NoteCards notes={open} trace={trace} />}
      {folded.length > 0 && (
        <details className="mt-2">
          <summary>あと{folded.length}枚を読む</summary>
          <NoteCards notes={folded} trace={trace} />
        </details>
      )}
      {withheld > 0 && <p className="mt-2">{withheldWords(notes.length, withheld)}</p>}
    </>
  );
}

function withheldWords(shown: number, withheld: number): string {
  return shown > 0
    ? `このほかに、言葉を公開していない付箋が${withheld}枚あります。`
    : `${withheld}枚とも、言葉は公開していません。公開できるかを確かめているものと、公開しないものがあります。`;
}

function NoteCards({ notes, trace }: Pick<ListProps, "notes" | "trace">): ReactNode {
  return (
    <ul className="list-plain note-cards mt-3">
      {notes.map(({ voiceNumber, words, round, table, votes }) => (
        <li key={`${voiceNumber}-${words}`}>
          <p>{words}</p>
          <p className="note-card-place">
            <span>
              第{round}回 {table}
              {votes > 0 && `・シール${votes}`}
            </span>
            {trace && <a href={voiceHref(trace, voiceNumber)}>意見{voiceNumber}</a>}
          </p>
        </li>
      ))}
    </ul>
  );
}
