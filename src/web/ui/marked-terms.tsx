import type { ReactNode } from "react";

/** A word of the glossary (用語) and the id of its explanation on the page. */
export interface TermLink {
  readonly term: string;
  readonly id: string;
}

/** A text in which each word of the glossary leads to its explanation; of words that begin alike the longest is meant. */
export function MarkedTerms({
  text,
  terms,
}: {
  readonly text: string;
  readonly terms: readonly TermLink[];
}): ReactNode {
  const ids = new Map(terms.filter(({ term }) => text.includes(term)).map(({ term, id }) => [term, id]));
  if (ids.size === 0) return text;
  const longestFirst = [...ids.keys()].toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(
    `(${longestFirst.map((term) => term.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|")})`,
    "u",
  );
  return text.split(pattern).map((piece, index) => {
    const id = ids.get(piece);
    if (id === undefined) return piece;
    return (
      <a key={index} href={`#${id}`} className="term-link">
        {piece}
      </a>
    );
  });
}
