import { nodeFieldKeys, nodeFieldLabels } from "#domain/plan/index.ts";
import { figure } from "#kernel/figures.ts";
import { fiscalYearShort } from "#kernel/fiscal-year.ts";
import { itemSign, plainInline, plainText, signDepth, type RichBlock, type RichText } from "#kernel/rich-text.ts";
import { sectionKey, type DocumentContent } from "./content.ts";

type NodeSnapshot = DocumentContent["plan"]["nodes"][number];
type IndicatorSnapshot = NodeSnapshot["indicators"][number];

/** What is compared as one: a heading, a paragraph, an item, a row of a table. Its section is a key of `documentParts`. */
export interface DocumentBlock {
  readonly section: string;
  readonly kind: "heading" | "paragraph" | "item" | "row";
  readonly number: string;
  readonly cells: readonly string[];
}

/** A part of a version that is compared by itself, with the words that say where it stands. */
export interface DocumentPart {
  /** The section's or node's key, for a text of a node with the text's own behind 「/」. */
  readonly key: string;
  readonly place: string;
  readonly blocks: readonly DocumentBlock[];
}

/** Gives the key by which a section or node is known in another version. */
export type KeyOf = (key: string) => string;

/**
 * A version in the parts that comparisons read: what the plan wants to become, its sections in reading order, nodes that no section
 * shows, and its terms.
 */
export function documentParts(content: DocumentContent, keyOf: KeyOf = (key) => key): DocumentPart[] {
  const { plan, nodes } = content.plan;
  const bound = new Set(content.sections.map(({ nodeId }) => nodeId));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return [
    part("vision", "将来像", [...paragraph(plan.vision), ...paragraph(plan.summary)]),
    ...content.sections.flatMap((section) => {
      const head = { key: keyOf(sectionKey(section)), name: section.name, number: section.number };
      const place = placeOf(section, content.sections);
      const node = byId.get(section.nodeId ?? "");
      return [headed(head, place, richPieces(section.body)), ...(node ? nodeParts(node, head.key, place) : [])];
    }),
    ...nodes
      .filter(({ id }) => !bound.has(id))
      .flatMap((node) => {
        const place = placeOf({ ...node, number: node.code, name: node.title }, nodes.map(asTitled));
        const head = { key: keyOf(node.id), name: node.title, number: node.code };
        return [headed(head, place, []), ...nodeParts(node, head.key, place)];
      }),
    part(
      "terms",
      "用語",
      content.terms.map(({ term, meaning }) => row(term, meaning)),
    ),
  ].filter(({ blocks }) => blocks.length > 0);
}

type Piece = Omit<DocumentBlock, "section">;

function part(key: string, place: string, pieces: readonly Piece[]): DocumentPart {
  return { key, place, blocks: pieces.map((piece) => ({ ...piece, section: key })) };
}

interface Head {
  readonly key: string;
  readonly number: string;
  readonly name: string;
}

function headed({ key, number, name }: Head, place: string, pieces: readonly Piece[]): DocumentPart {
  return part(key, place, [{ kind: "heading", number, cells: [name] }, ...pieces]);
}

function asTitled({ id, parentId, code, title }: NodeSnapshot): Titled {
  return { id, parentId, number: code, name: title };
}

interface Titled {
  readonly id: string;
  readonly parentId: string | null;
  readonly number: string;
  readonly name: string;
}

/** 「第2章 基本計画 ＞ 1-1 子育て支援」: the chapter and the section itself, which is found by its number. */
function placeOf(own: Omit<Titled, "id">, all: readonly Titled[]): string {
  const chapter = chapterOf(own, all);
  return chapter ? `${titleOf(chapter)} ＞ ${titleOf(own)}` : titleOf(own);
}

function chapterOf({ parentId }: Omit<Titled, "id">, all: readonly Titled[]): Titled | undefined {
  const parent = parentId === null ? undefined : all.find(({ id }) => id === parentId);
  return parent && (chapterOf(parent, all) ?? parent);
}

function titleOf({ number, name }: Omit<Titled, "id">): string {
  return number === "" ? name : `${number}　${name}`;
}

/** The texts of a node and its indicators, each under its own heading. */
function nodeParts(node: NodeSnapshot, key: string, place: string): DocumentPart[] {
  const texts = nodeFieldKeys.map((field) => ({
    field: field as string,
    name: nodeFieldLabels[field],
    pieces: richPieces(node.fields[field]),
  }));
  const indicators = {
    field: "indicators",
    name: "成果指標",
    pieces: node.indicators.map((indicator) =>
      row(indicator.name, `基準値 ${baselineWords(indicator)}`, `目標値 ${targetWords(indicator)}`),
    ),
  };
  return [...texts, indicators]
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ field, name, pieces }) =>
      headed({ key: `${key}/${field}`, number: "", name }, `${place} ＞ ${name}`, pieces),
    );
}

function baselineWords({ baseline, decimals, unit }: IndicatorSnapshot): string {
  const value = baseline.value === null ? baseline.words : `${figure(baseline.value, decimals)}${unit}`;
  return baseline.year === null ? value : `${value}（${fiscalYearShort(baseline.year)}）`;
}

function targetWords({ targets, decimals, unit }: IndicatorSnapshot): string {
  return targets
    .map(({ year, value, upperValue, words }) => {
      const upper = upperValue === null ? "" : `〜${figure(upperValue, decimals)}`;
      return `${value === null ? words : `${figure(value, decimals)}${upper}${unit}`}（${fiscalYearShort(year)}）`;
    })
    .join("、");
}

function row(...cells: readonly string[]): Piece {
  return { kind: "row", number: "", cells };
}

function paragraph(words: string): Piece[] {
  return words.trim() === "" ? [] : [{ kind: "paragraph", number: "", cells: [words] }];
}

function richPieces(rich: RichText | null | undefined): Piece[] {
  return (rich?.content ?? []).flatMap((block) => piecesOf(block, undefined));
}

function piecesOf(block: RichBlock, outer: number | undefined): Piece[] {
  switch (block.type) {
    case "paragraph":
      return paragraph((block.content ?? []).map(plainInline).join(""));
    case "heading":
      return [{ kind: "heading", number: "", cells: [(block.content ?? []).map(plainInline).join("")] }];
    case "bulletList":
    case "orderedList":
      return listPieces(block, outer);
    case "table":
      return [
        ...paragraph(block.attrs.caption),
        ...block.content.map(({ content }) =>
          row(...content.map((cell) => plainText({ type: "doc", content: cell.content }))),
        ),
      ];
    case "figure":
      return [...paragraph(`図：${block.attrs.caption}`), ...paragraph(block.attrs.alternative)];
  }
}

/** The first line of an item has the item's sign; what stands below it in the item is a block of its own. */
function listPieces(list: Extract<RichBlock, { content: readonly { type: "listItem" }[] }>, outer: number | undefined) {
  const depth = list.type === "orderedList" ? signDepth(list, outer) : outer;
  return list.content.flatMap(({ content }, index) => {
    const sign = list.type === "bulletList" ? "・" : itemSign(depth ?? 1, index);
    return content
      .flatMap((block) => piecesOf(block, depth))
      .map((piece, at): Piece =>
        piece.kind === "paragraph" ? { ...piece, kind: "item", number: at === 0 ? sign : "" } : piece,
      );
  });
}

/**
 * How the nodes of a version are known in one of the plan before: by the node there that each came from (前の計画との対応). Where several
 * came from one (分割), the first alone takes its place. Within one plan every node keeps its own key.
 */
export function keysThroughLineage(fresh: DocumentContent, old: DocumentContent): KeyOf {
  const before = new Set(old.plan.nodes.map(({ id }) => id));
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, origins } of fresh.plan.nodes) {
    const origin = origins.find(({ nodeId }) => before.has(nodeId) && !taken.has(nodeId));
    if (before.has(id) || !origin) continue;
    keys.set(id, origin.nodeId);
    taken.add(origin.nodeId);
  }
  return (key) => keys.get(key) ?? key;
}
