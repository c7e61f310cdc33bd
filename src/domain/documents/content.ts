import { z } from "zod";
import { planSnapshotSchema } from "#domain/plan/index.ts";
import { strategySnapshotSchema } from "#domain/strategy/index.ts";
import { blocksIn, emptyRichText, richTextSchema } from "#kernel/rich-text.ts";
import { sectionName } from "./section.ts";

/**
 * What a version (版) holds: the whole plan and its manuscript as one immutable value. No person: divisions by name. Change the
 * shape only together with `documentFormat`; what a later format adds has a default or may be missing, so that older versions are
 * read as they were. 2: with strategies.
 */
export const documentFormat = 2;

const section = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  depth: z.number().int(),
  /** 「第1章」「第2節」, the code of a bound one; "" for none. */
  number: z.string(),
  name: z.string(),
  /** Bound to this node: its texts are the node's fields in the plan. */
  nodeId: z.string().nullable(),
  /** The text of a free one. */
  body: richTextSchema.nullable(),
  divisions: z.array(z.string()),
  state: z.enum(["writing", "checking", "confirmed", "replacing"]),
  /** Confirmed, but its texts were others when it was frozen. Absent in format 1, which did not keep it. */
  isChangedSince: z.boolean().optional(),
});

export const documentContentSchema = z.object({
  plan: planSnapshotSchema,
  /** In reading order. */
  sections: z.array(section),
  terms: z.array(z.object({ term: z.string(), reading: z.string(), meaning: z.string() })),
  /** The pictures that its figures show, with the SHA-256 of their bytes. */
  pictures: z.array(z.object({ file: z.string(), mediaType: z.string(), hash: z.string() })).default([]),
  /** The 地方版総合戦略 that the plan is or carries; missing where a version was frozen before they were part of it. */
  strategies: z.array(strategySnapshotSchema).optional(),
});

export type DocumentContent = z.infer<typeof documentContentSchema>;
export type SectionContent = DocumentContent["sections"][number];

/** Sections that were frozen before they were confirmed, or changed after it as far as the version tells. */
export function unconfirmedIn({ sections }: Pick<DocumentContent, "sections">): SectionContent[] {
  return sections.filter(({ state, isChangedSince }) => state !== "confirmed" || isChangedSince === true);
}

/** What stands for a section in comparisons and remarks: its node where it has one, so that lineage can map it. */
export function sectionKey({ id, nodeId }: Pick<SectionContent, "id" | "nodeId">): string {
  return nodeId ?? id;
}

/** The figures of a version's sections whose picture it does not hold, as 「the section」の図「its words」. */
export function figuresWithoutPicture(content: DocumentContent): string[] {
  const held = new Set(content.pictures.map(({ file }) => file));
  return figuresWhere(content, (file) => !held.has(file));
}

/** The figures of a version's sections that show certain pictures, named in the same way. */
export function figuresWhere({ plan, sections }: DocumentContent, isMeant: (file: string) => boolean): string[] {
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  return sections.flatMap(({ number, name, nodeId, body }) => {
    const texts = [body ?? emptyRichText, ...Object.values(nodes.get(nodeId ?? "")?.fields ?? {})];
    return texts
      .flatMap((text) => [...blocksIn(text ?? emptyRichText)].filter((block) => block.type === "figure"))
      .filter(({ attrs }) => isMeant(attrs.file))
      .map(({ attrs }) => `「${sectionName({ number, name })}」の図「${attrs.caption || attrs.alternative}」`);
  });
}

/** Where each section of a version is read, by id: its place among the chapters, 「3-1-2」. Fixed, because the version is. */
export function sectionPlaces({ sections }: Pick<DocumentContent, "sections">): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { id, parentId } of sections) {
    const above = places.get(parentId ?? "");
    const count = (counts.get(parentId ?? "") ?? 0) + 1;
    counts.set(parentId ?? "", count);
    places.set(id, above === undefined ? String(count) : `${above}-${count}`);
  }
  return places;
}
