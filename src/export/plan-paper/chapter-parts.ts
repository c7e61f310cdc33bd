import type { SectionContent } from "#domain/documents/index.ts";
import { grouped } from "#kernel/grouped.ts";
import type { Block, Part } from "../paper/paper.ts";
import type { PlanEdition } from "./edition.ts";
import { facingPagesHelp, measureBlocks, measurePart, measuresTitle } from "./measure-part.ts";
import { richBlocks } from "./rich-blocks.ts";
import { allBelow, type Branch } from "./tree.ts";

/** A section with those below it, and the branch of the tree whose page it is. */
interface Entry {
  readonly section: SectionContent;
  readonly branch: Branch | undefined;
  readonly children: readonly Entry[];
}

interface Around {
  readonly edition: PlanEdition;
  readonly ways: ReadonlyMap<string, readonly Branch[]>;
  readonly printed: Set<string>;
}

/** 章: the document's chapters in their order, a measure's section as its facing pages. Without a manuscript, the tree alone. */
export function chapterParts(edition: PlanEdition, roots: readonly Branch[]): Part[] {
  const chapters = entriesOf(edition.manuscript?.sections ?? [], roots);
  const around: Around = { edition, ways: waysOf(roots), printed: new Set() };
  const parts = inRuns(chapters).map((run) => partOf(run, around));
  const measures = measurePart(edition, roots);
  return chapters.some((chapter) => holdsTree(chapter)) || !measures ? parts : [...parts, measures];
}

/** The sections as a tree; a bound one has its branch with those children alone that the document has too. */
function entriesOf(sections: readonly SectionContent[], roots: readonly Branch[]): Entry[] {
  const branches = new Map(roots.flatMap((root) => allBelow(root)).map((branch) => [branch.node.id, branch]));
  const below = grouped(sections, ({ parentId }) => parentId);
  const build = (section: SectionContent): Entry => {
    const children = (below.get(section.id) ?? []).map((child) => build(child));
    const branch = branches.get(section.nodeId ?? "");
    return { section, branch: branch && { ...branch, children: childrenIn(branch, children) }, children };
  };
  return (below.get(null) ?? []).map((section) => build(section));
}

/** Lines below a measure that have no page stand on its own, whether or not the document has them as sections. */
function childrenIn(branch: Branch, entries: readonly Entry[]): Branch[] {
  const lines = branch.hasPage ? branch.children.filter(({ hasPage }) => !hasPage) : [];
  const known = new Set(lines.map(({ node }) => node.id));
  return [...lines, ...entries.flatMap((entry) => entry.branch ?? []).filter(({ node }) => !known.has(node.id))];
}

/** The branches above each node, from the top. */
function waysOf(roots: readonly Branch[]): Map<string, readonly Branch[]> {
  const ways = new Map<string, readonly Branch[]>();
  const walk = (branch: Branch, way: readonly Branch[]): void => {
    ways.set(branch.node.id, way);
    for (const child of branch.children) walk(child, [...way, branch]);
  };
  for (const root of roots) walk(root, []);
  return ways;
}

/** A chapter of its own words is a part; goals that stand as chapters themselves share one. */
function inRuns(chapters: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  for (const chapter of chapters) {
    const last = runs.at(-1);
    if (chapter.branch && last?.[0]?.branch) last.push(chapter);
    else runs.push([chapter]);
  }
  return runs;
}

function partOf(run: readonly Entry[], around: Around): Part {
  const [first] = run;
  const help = run.some((entry) => holdsTree(entry)) ? facingPagesHelp(around.edition) : [];
  if (first && !first.branch)
    return { title: titleOf(first), blocks: [...bodyOf(first, around), ...help, ...belowOf(first, around)] };
  return {
    title: measuresTitle(around.edition),
    blocks: [...help, ...run.flatMap((entry) => blocksOf(entry, around))],
  };
}

function holdsTree({ branch, children }: Entry): boolean {
  return branch !== undefined || children.some((child) => holdsTree(child));
}

function blocksOf(entry: Entry, around: Around): Block[] {
  const { section, branch } = entry;
  if (!branch)
    return [
      { kind: "heading", level: section.depth, text: titleOf(entry), anchor: `section-${section.id}` },
      ...bodyOf(entry, around),
      ...belowOf(entry, around),
    ];
  const path = around.ways.get(branch.node.id) ?? [];
  const { edition, printed } = around;
  return [
    ...measureBlocks({ edition, branch, path, printed }),
    ...freeBelow(entry).flatMap((free) => blocksOf(free, around)),
  ];
}

function belowOf({ children }: Entry, around: Around): Block[] {
  return children.flatMap((child) => blocksOf(child, around));
}

/** Sections of their own words that stand below a measure: they follow its pages. */
function freeBelow({ children }: Entry): Entry[] {
  return children.flatMap((child) => (child.branch ? freeBelow(child) : [child]));
}

function bodyOf({ section }: Entry, { edition: { pictures } }: Around): Block[] {
  return section.body ? richBlocks(section.body, pictures) : [];
}

function titleOf({ section: { number, name } }: Entry): string {
  return number === "" ? name : `${number}　${name}`;
}
