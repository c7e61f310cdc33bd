import type { Part } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { placeRuns } from "./measure-sides.ts";
import { allBelow, type Branch } from "./tree.ts";

const order = new Intl.Collator("ja");

/** ことばの説明: every term once, in the order of a dictionary, with where it is used. */
export function termPart(_edition: PlanEdition, roots: readonly Branch[]): Part | undefined {
  const terms = new Map<string, { meaning: string; places: Branch[] }>();
  for (const branch of roots.flatMap((root) => allBelow(root)))
    for (const { term, meaning } of branch.node.terms) {
      const known = terms.get(term) ?? { meaning, places: [] };
      known.places.push(branch);
      terms.set(term, known);
    }
  if (terms.size === 0) return undefined;
  const sorted = [...terms].sort(([a], [b]) => order.compare(a, b));
  const items = sorted.map(([name, { meaning, places }]) => ({
    name,
    runs: [
      { text: `${meaning}　` },
      ...places.flatMap(({ node }) => [{ text: "→" }, ...placeRuns(node), { text: " " }]),
    ],
  }));
  return { title: "ことばの説明", blocks: [{ kind: "facts", items }] };
}
