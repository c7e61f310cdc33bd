import type { ReactNode } from "react";
import { hrefIn, type Site } from "#web/site.ts";
import type { OtherHit } from "./elsewhere.ts";
import { excerpt, marked, type Piece } from "./marking.ts";

interface Props {
  readonly site: Site;
  readonly others: readonly OtherHit[];
  readonly words: readonly string[];
}

const mostShown = 30;

/** What was found beside the plans: short, each leading on. */
export function FoundElsewhere({ site, others, words }: Props): ReactNode {
  if (others.length === 0) return null;
  return (
    <section className="mt-12" aria-labelledby="found-elsewhere">
      <h2 id="found-elsewhere" className="text-[1.5rem]">
        計画書・統計・総合戦略
      </h2>
      <ul className="list-plain mt-3">
        {others.slice(0, mostShown).map((each, index) => (
          <li key={index} className="border-t border-solid-gray-200 py-3">
            <p className="text-[0.875rem] text-solid-gray-700">{each.kind}</p>
            <a href={hrefIn(site, each.path)} className="inline-block py-2.5">
              <Marked pieces={marked(each.title, words)} />
            </a>
            {each.text !== "" && (
              <p>
                <Marked pieces={excerpt(each.text, words) ?? []} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {others.length > mostShown && <p>ほかに{others.length - mostShown}件あります。ことばを足すと、しぼれます。</p>}
    </section>
  );
}

/** A text with the words that were searched for marked in it. */
export function Marked({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  return pieces.map((piece, index) => (piece.isHit ? <mark key={index}>{piece.text}</mark> : piece.text));
}
