import type { Block } from "#analysis/comparison/block.ts";
import { comparedRows } from "#analysis/comparison/comparing.ts";
import type { PolicyContent } from "#domain/formulation/index.ts";
import type { Block as PaperBlock, List, Run } from "../paper/paper.ts";
import { policyPaper } from "../policy-paper/policy-paper.ts";
import { comparisonTable, type ComparisonHead, type ComparisonTable, type Extent } from "./comparison-table.ts";

/** A frozen 策定方針 as it is compared. */
export interface ComparedPolicy {
  readonly number: number;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly hash: string;
  readonly content: PolicyContent;
}

/** The comparison table of two versions of a 策定方針: by the words and numbers of its paper. */
export async function policyComparison(
  head: Pick<ComparisonHead, "city" | "marks" | "orientation">,
  { old, fresh }: { readonly old: ComparedPolicy; readonly fresh: ComparedPolicy },
  extent: Extent,
): Promise<ComparisonTable> {
  const rows = await comparedRows(`${old.hash} ${fresh.hash}`, () => ({
    old: policyBlocks(old),
    fresh: policyBlocks(fresh),
  }));
  const places = { old: placesOf(old.content), fresh: placesOf(fresh.content) };
  return comparisonTable(
    {
      ...head,
      title: `${fresh.content.title}　新旧対照表`,
      madeOn: old.day > fresh.day ? old.day : fresh.day,
      old: documentOf(old),
      fresh: documentOf(fresh),
    },
    { rows, placeOf: (section, side) => places[side].get(section) ?? "", notes: [] },
    extent,
  );
}

function documentOf({ number, name, day, hash, content }: ComparedPolicy) {
  return { plan: content.title, version: `${name}（第${number}版）`, day, hash };
}

/** The name of a part with its number, by its title, which stays when parts before it come or go. */
function placesOf({ parts }: PolicyContent): ReadonlyMap<string, string> {
  return new Map(parts.map(({ title }, index) => [title, `${index + 1}　${title}`]));
}

/** The blocks of a 策定方針 in its order: headings, paragraphs, items with their signs, rows of its tables. */
function policyBlocks({ content, day }: ComparedPolicy): Block[] {
  const paper = policyPaper({ city: "", version: "", day, marks: [], content });
  let part = -1;
  return paper.parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): Block[] => {
      if (block.kind === "heading") part += 1;
      const section = content.parts[part]?.title ?? "";
      if (block.kind !== "heading") return blocksOf(block, section);
      return [{ section, kind: "heading", number: String(part + 1), cells: [section] }];
    });
}

function blocksOf(block: PaperBlock, section: string): Block[] {
  if (block.kind === "text") return [{ section, kind: "paragraph", number: "", cells: [wordsOf(block.runs)] }];
  if (block.kind === "list") return itemsOf(block, section);
  if (block.kind === "facts")
    return block.items.map(({ name, runs }) => ({ section, kind: "row", number: "", cells: [name, wordsOf(runs)] }));
  if (block.kind === "table")
    return block.rows.map((row) => ({ section, kind: "row", number: "", cells: row.map(wordsOf) }));
  return [];
}

function itemsOf({ items, official }: List, section: string): Block[] {
  return items.flatMap((item, index) =>
    item.flatMap((block, place): Block[] => {
      if (place > 0 || block.kind !== "text") return blocksOf(block, section);
      return [{ section, kind: "item", number: official?.signs[index] ?? "", cells: [wordsOf(block.runs)] }];
    }),
  );
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}
