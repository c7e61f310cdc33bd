import { grouped } from "#kernel/grouped.ts";
import type { RichText } from "#kernel/rich-text.ts";

/** Section states (節の状態): 執筆中 → 課長確認 → 確定; 差替え opens a confirmed one again. */
export const sectionStates = ["writing", "checking", "confirmed", "replacing"] as const;
export type SectionState = (typeof sectionStates)[number];

/** The key of the one text of a free section; a bound one has its node's keys. */
export const bodyKey = "body";

/** The texts of a section by key: `body` of a free one, the keys of a node's fields of a bound one. */
export type SectionTexts = Readonly<Record<string, RichText>>;

/** Where a section stands: under which parent, as which of the siblings from 0. */
export interface SectionPlace {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
}

/** A section (節) as it is stored: a chapter when it has no parent. */
export interface Section extends SectionPlace {
  readonly planId: string;
  readonly title: string;
  /** The node whose page it is; null for a free one. */
  readonly nodeId: string | null;
  readonly body: RichText;
  readonly divisionId: string | null;
  readonly dueOn: string | null;
  readonly state: SectionState;
  /** Counts every change of the section itself. */
  readonly version: number;
  /** The version of its printed words, title and text, when it is free; a new due date leaves it. */
  readonly textVersion: number;
  readonly updatedAt: Date;
}

/** A section with what it is called in print, its depth from 1, and who answers for it. */
export interface OutlineSection extends Section {
  readonly depth: number;
  /** 「第1章」「第2節」, or the node's code; "" for none. */
  readonly number: string;
  /** Its own title, or its node's. */
  readonly name: string;
  /** The divisions that write it: its own, or the node's in charge and related ones. */
  readonly divisionIds: readonly string[];
  readonly texts: SectionTexts;
  /** The version that a return must have seen: of its own words, or its node's. */
  readonly textVersion: number;
}

/** What a bound section takes from its node. */
export interface BoundNode {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly divisionId: string | null;
  readonly relatedDivisionIds: readonly string[];
  readonly fields: SectionTexts;
  readonly version: number;
}

/** The sections in reading order, numbered; where the node of one is gone, what stands below it stands in its place. */
export function outlineOf(sections: readonly Section[], nodes: readonly BoundNode[]): OutlineSection[] {
  const children = childrenOf(sections);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const standing = (parentId: string | null): Section[] =>
    (children.get(parentId) ?? []).flatMap((section) => (isGone(section, byId) ? standing(section.id) : [section]));
  const walk = (parentId: string | null, depth: number): OutlineSection[] => {
    let free = 0;
    return standing(parentId).flatMap((section) => {
      const node = byId.get(section.nodeId ?? "");
      const number = node && depth > 1 ? node.code : printedNumber(depth, ++free);
      return [outlineSection({ ...section, parentId }, node, { depth, number }), ...walk(section.id, depth + 1)];
    });
  };
  return walk(null, 1);
}

/** A section whose node was removed from the plan: no part of the document; what stands below it moved up to where it stood. */
export interface GoneSection extends Section {
  readonly below: readonly string[];
}

/** The sections that the document leaves out because their nodes are gone, with what stands in their place. */
export function goneSections(sections: readonly Section[], nodes: readonly BoundNode[]): GoneSection[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const outline = outlineOf(sections, nodes);
  return sections
    .filter((section) => isGone(section, byId))
    .map((section) => {
      const below = new Set(sections.filter(({ parentId }) => parentId === section.id).map(({ id }) => id));
      return { ...section, below: outline.filter(({ id }) => below.has(id)).map(({ name }) => name) };
    });
}

function isGone({ nodeId }: Section, byId: ReadonlyMap<string, BoundNode>): boolean {
  return nodeId !== null && !byId.has(nodeId);
}

/** By parent, in the order of their places. */
function childrenOf<T extends SectionPlace>(sections: readonly T[]): ReadonlyMap<string | null, readonly T[]> {
  return grouped(
    sections.toSorted((a, b) => a.position - b.position),
    ({ parentId }) => parentId,
  );
}

/** The places of a row after one section left it and those below it came to stand where it stood. */
export function placesWithout(sections: readonly SectionPlace[], own: SectionPlace): SectionPlace[] {
  const children = childrenOf(sections);
  const row = (children.get(own.parentId) ?? []).flatMap((each) =>
    each.id === own.id ? (children.get(own.id) ?? []) : [each],
  );
  return row.map(({ id }, position) => ({ id, parentId: own.parentId, position }));
}

function outlineSection(
  section: Section,
  node: BoundNode | undefined,
  place: { readonly depth: number; readonly number: string },
): OutlineSection {
  if (!node)
    return {
      ...section,
      ...place,
      name: section.title,
      divisionIds: section.divisionId === null ? [] : [section.divisionId],
      texts: { [bodyKey]: section.body },
    };
  const divisionIds = [node.divisionId, ...node.relatedDivisionIds].filter((id) => id !== null);
  return { ...section, ...place, name: node.title, divisionIds, texts: node.fields, textVersion: node.version };
}

/** 「第1章 計画の策定にあたって」. */
export function sectionName({ number, name }: Pick<OutlineSection, "number" | "name">): string {
  return `${number} ${name}`.trim();
}

/** 「第1章」, 「第1節」, then 「1」. */
function printedNumber(depth: number, index: number): string {
  if (depth > 2) return String(index);
  return `第${index}${depth === 1 ? "章" : "節"}`;
}

/** A section and all below it, by id. */
export function branchOf(sections: readonly SectionPlace[], id: string): Set<string> {
  const found = new Set([id]);
  for (const each of found) for (const { id: child, parentId } of sections) if (parentId === each) found.add(child); // a Set also visits what is added meanwhile
  return found;
}

/** The places of a parent's children after one of them goes one step up or down; undefined at the end of the row. */
export function stepped(
  sections: readonly SectionPlace[],
  id: string,
  step: -1 | 1,
): readonly SectionPlace[] | undefined {
  const own = sections.find((each) => each.id === id);
  const row = sections
    .filter(({ parentId }) => own && parentId === own.parentId)
    .toSorted((a, b) => a.position - b.position);
  const at = row.findIndex((each) => each.id === id);
  const [one, other] = [row[at], row[at + step]];
  if (!one || !other) return undefined;
  const swapped = row.map((each) => (each === one ? other : each === other ? one : each));
  return swapped.map((each, position) => ({ ...each, position }));
}

/** Which states may follow which; who may set them is in permissions.ts. */
const following: Readonly<Record<SectionState, readonly SectionState[]>> = {
  writing: ["checking", "confirmed"],
  checking: ["writing", "confirmed"],
  confirmed: ["replacing"],
  replacing: ["checking", "confirmed"],
};

/** What a section's next state depends on. */
export interface StandingSection {
  readonly state: SectionState;
  /** Confirmed, but its texts are others by now. */
  readonly isChangedSince: boolean;
}

/** One that changed after it was confirmed may be confirmed once more as it stands. */
export function mayFollow({ state, isChangedSince: isChanged }: StandingSection, after: SectionState): boolean {
  return following[state].includes(after) || (isChanged && after === "confirmed");
}

/** Whether a confirmed section's texts went on after its last state was set. */
export function isChangedSince(
  { state, textVersion }: Pick<OutlineSection, "state" | "textVersion">,
  lastMark: { readonly textVersion: number } | undefined,
): boolean {
  return state === "confirmed" && lastMark !== undefined && lastMark.textVersion !== textVersion;
}

/** A section that is confirmed is not written on until it is opened again (差替え). */
export function isWritable({ state }: Pick<Section, "state">): boolean {
  return state !== "confirmed";
}
