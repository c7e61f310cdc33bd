import type { ReactNode } from "react";
import type { WorkshopDetail } from "#domain/consultations/published.ts";
import type { Site } from "#web/site.ts";
import type { EditionOf } from "../edition.ts";
import { Newsletters } from "./newsletters.tsx";
import { Notes } from "./notes.tsx";
import { Rounds } from "./rounds.tsx";

interface Props {
  readonly site: Site;
  readonly edition: EditionOf<"workshop">;
}

/** A workshop for citizens: its rounds, what was said there under headings, and what became of it. */
export function WorkshopPart({ site, edition }: Props): ReactNode {
  const { detail } = edition.snapshot;
  return (
    <>
      <p className="prose mt-4 whitespace-pre-line">{detail.purpose}</p>
      <Rounds site={site} rounds={detail.rounds} />
      <Notes detail={detail} trace={edition.results ? site : undefined} />
      <Newsletters site={site} edition={edition} />
      <Guide detail={detail} />
    </>
  );
}

function Guide({ detail }: { readonly detail: WorkshopDetail }): ReactNode {
  const rows = [
    { term: "参加できる人", words: detail.eligibility },
    { term: "申込みの方法", words: detail.howToApply },
    { term: "これからの予定", words: detail.nextSteps },
  ].filter(({ words }) => words !== "");
  if (rows.length === 0) return null;
  return (
    <section className="mt-12" aria-labelledby="guide-title">
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
