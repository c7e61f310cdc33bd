import type { Part } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { placeRuns } from "./measure-sides.ts";
import { allBelow, type Branch } from "./tree.ts";

const order = new Intl.Collator("ja");

interface Term {
  readonly meaning: string;
  readonly reading: string;
  readonly places: Branch[];
}

/** ことばの説明: every term once, in the order of a dictionary, with where it is used. The document's own glossary goes first. */
export function termPart({ manuscript }: PlanEdition, roots: readonly Branch[]): Part | undefined {
  const terms = new Map<string, Term>();
  for (const { term, reading, meaning } of manuscript?.terms ?? []) terms.set(term, { meaning, reading, places: [] });
  for (const branch of roots.flatMap((root) => allBelow(root)))
    for (const { term, meaning } of branch.node.terms) {
      const known = terms.get(term) ?? { meaning, reading: "", places: [] };
      known.places.push(branch);
      terms.set(term, known);
    }
  if (terms.size === 0) return undefined;
  const sorted = [...terms].sort(([a, one], [b, other]) => order.compare(one.reading || a, other.reading || b));
  const items = sorted.map(([term, { meaning, reading, places }]) => ({
    name: reading === "" ? term : `${term}（${reading}）`,
    runs: [
      { text: `${meaning}　` },
      ...places.flatMap(({ node }) => [{ text: "→" }, ...placeRuns(node), { text: " " }]),
    ],
  }));
  return { title: "ことばの説明", blocks: [{ kind: "facts", items }] };
}
