import type { ReactNode } from "react";
import type { PublishedRound } from "#domain/consultations/published.ts";
import type { Site } from "#web/site.ts";
import { Badge } from "#web/ui/parts.tsx";
import { venueTime } from "../town-meeting/words.ts";

interface Props {
  readonly site: Site;
  readonly rounds: readonly PublishedRound[];
}

/** The rounds of a workshop: those to come with when and where, those that were with what was said in short. */
export function Rounds({ site, rounds }: Props): ReactNode {
  return (
    <section className="mt-10" aria-labelledby="rounds-title">
      <h2 id="rounds-title" className="text-[1.5rem]">
        日程と、回ごとのまとめ
      </h2>
      <ol className="list-plain workshop-rounds mt-4">
        {rounds.map((round) => (
          <li key={round.id} id={`round-${round.number}`}>
            <Round round={round} isOver={round.heldOn < site.clock.today()} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Round({ round, isOver }: { readonly round: PublishedRound; readonly isOver: boolean }): ReactNode {
  const { number, theme, place, directions, people, tables, summary } = round;
  return (
    <article className="card workshop-round">
      <p className="consultation-standing">
        <Badge tone={isOver ? "plain" : "good"}>{isOver ? "終わりました" : "これから"}</Badge>
        <span>第{number}回</span>
      </p>
      <h3>{theme}</h3>
      <dl className="venue-facts mt-2">
        <Fact term="日時">
          <time dateTime={`${round.heldOn}T${round.begins}`}>{venueTime(round)}</time>
        </Fact>
        <Fact term="会場">{directions === "" ? place : `${place}（${directions}）`}</Fact>
        {people > 0 && (
          <Fact term="参加">
            {people}人（{tables.length}班）
          </Fact>
        )}
      </dl>
      {summary !== "" && <p className="prose mt-4 whitespace-pre-line">{summary}</p>}
      {isOver && summary === "" && <p className="mt-4">この回のまとめは、用意ができしだい、ここに載せます。</p>}
      <TableSummaries round={round} />
    </article>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TableSummaries({ round: { number, tables } }: { readonly round: PublishedRound }): ReactNode {
  const said = tables.filter(({ summary }) => summary !== "");
  if (said.length === 0) return null;
  return (
    <details className="mt-4">
      <summary>
        班ごとのまとめ（{said.length}班）<span className="visually-hidden">第{number}回</span>
      </summary>
      <dl className="workshop-tables mt-2">
        {said.map(({ name, people, summary }) => (
          <div key={name}>
            <dt>{people > 0 ? `${name}（${people}人）` : name}</dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
