import { z } from "zod";
import { grouped } from "#kernel/grouped.ts";
import { refuse, type Refusal, type Result } from "#kernel/result.ts";
import { evolutionLabels, type Evolution, type LineageContradiction, type LineageKind } from "./labels.ts";

/**
 * A line from a node of the old plan to one of the new (系譜の結び). 「終了」 has no new node and 「新規」 no old one; all other kinds
 * have both. The new plan owns its lines.
 */
export interface LineageLink {
  readonly id: string;
  readonly oldNodeId: string | null;
  readonly newNodeId: string | null;
  readonly kind: LineageKind;
  /** 拡充・改善・維持; only of what goes on. */
  readonly evolution: Evolution | null;
  /** What was deepened (何を深化したか), or why it ends. */
  readonly note: string;
}

export const lineageLinkSchema: z.ZodType<LineageLink> = z.object({
  id: z.string(),
  oldNodeId: z.string().nullable(),
  newNodeId: z.string().nullable(),
  kind: z.enum(["continue", "split", "merge", "new", "end"]),
  evolution: z.enum(["expand", "improve", "keep"]).nullable(),
  note: z.string(),
});

/** A link that has both its ends. */
export interface LineagePair extends LineageLink {
  readonly oldNodeId: string;
  readonly newNodeId: string;
}

export function isPair(link: LineageLink): link is LineagePair {
  return link.oldNodeId !== null && link.newNodeId !== null;
}

/** What a set of links says: which kinds each pair can have, by how many stand at its two ends (1→1 継続, 1→n 分割, n→1 統合). */
export function shapeOf(links: readonly LineageLink[]): (pair: LineagePair) => readonly LineageKind[] {
  const pairs = links.filter(isPair);
  const byOld = grouped(pairs, (pair) => pair.oldNodeId);
  const byNew = grouped(pairs, (pair) => pair.newNodeId);
  return ({ oldNodeId, newNodeId }) => {
    const kinds: (LineageKind | false)[] = [
      (byOld.get(oldNodeId)?.length ?? 0) > 1 && "split",
      (byNew.get(newNodeId)?.length ?? 0) > 1 && "merge",
    ];
    const many = kinds.filter((kind) => kind !== false);
    return many.length > 0 ? many : ["continue"];
  };
}

/**
 * The links with the kinds that their shape gives to those pairs whose kind it rules out. Others keep theirs, and so do
 * those whose kind somebody has just chosen: what is wrong with them is listed, not corrected behind their back.
 */
export function settled(links: readonly LineageLink[], chosenIds: readonly string[] = []): LineageLink[] {
  const kindsOf = shapeOf(links);
  return links.map((link) => {
    if (!isPair(link) || chosenIds.includes(link.id)) return link;
    const [first = link.kind, ...others] = kindsOf(link);
    return [first, ...others].includes(link.kind) ? link : { ...link, kind: first };
  });
}

/** A link with what contradicts itself in it. */
export interface ContradictedLink {
  readonly link: LineageLink;
  readonly contradiction: LineageContradiction;
}

/** Links that cannot all be true at once, in the order given. */
export function contradictionsOf(links: readonly LineageLink[]): ContradictedLink[] {
  const kindsOf = shapeOf(links);
  const linkedOld = new Set(links.filter(isPair).map((pair) => pair.oldNodeId));
  const linkedNew = new Set(links.filter(isPair).map((pair) => pair.newNodeId));
  return links.flatMap((link) => {
    const contradiction = isPair(link)
      ? pairContradiction(link, kindsOf(link))
      : loneContradiction(link, linkedOld, linkedNew);
    return contradiction ? [{ link, contradiction }] : [];
  });
}

function pairContradiction(pair: LineagePair, kinds: readonly LineageKind[]): LineageContradiction | undefined {
  if (kinds.includes(pair.kind)) return undefined;
  if (pair.kind === "split") return "splitIntoOne";
  return pair.kind === "merge" ? "mergeOfOne" : "continueOfMany";
}

function loneContradiction(
  { oldNodeId, newNodeId }: LineageLink,
  linkedOld: ReadonlySet<string>,
  linkedNew: ReadonlySet<string>,
): LineageContradiction | undefined {
  if (oldNodeId !== null && linkedOld.has(oldNodeId)) return "endedYetLinked";
  return newNodeId !== null && linkedNew.has(newNodeId) ? "newYetLinked" : undefined;
}

/** How much of two trees is accounted for (旧49のうち45を対応済み). */
export interface LineageProgress {
  readonly old: { readonly all: number; readonly done: number };
  readonly new: { readonly all: number; readonly done: number };
}

/** Counts the old and new measures that some link speaks of. */
export function progressOfLineage(
  links: readonly LineageLink[],
  { old, new: fresh }: { readonly old: readonly string[]; readonly new: readonly string[] },
): LineageProgress {
  const olds = new Set(links.map((link) => link.oldNodeId));
  const news = new Set(links.map((link) => link.newNodeId));
  return {
    old: { all: old.length, done: old.filter((id) => olds.has(id)).length },
    new: { all: fresh.length, done: fresh.filter((id) => news.has(id)).length },
  };
}

/** What a link needs that a person enters; kinds that go without one end have no 深化. */
export function tidiedLink(link: LineageLink): LineageLink {
  return { ...link, note: link.note.trim(), evolution: isPair(link) ? link.evolution : null };
}

const noteLimit = 1_000;

/** The links with one more (or one said anew): both ends named, as the kind wants, and not there yet. */
export function withLink(links: readonly LineageLink[], entered: LineageLink): Result<LineageLink[]> {
  const link = tidiedLink(entered);
  const fault = endsFault(link) ?? noteFault(link);
  if (fault) return refuse(fault);
  if (links.some((each) => each.id !== link.id && hasSameEnds(each, link))) return refuse(alreadyThere);
  const others = links.filter((each) => each.id !== link.id);
  return { ok: true, value: [...others, link] };
}

export function hasSameEnds(a: LineageLink, b: LineageLink): boolean {
  return a.oldNodeId === b.oldNodeId && a.newNodeId === b.newNodeId;
}

function endsFault({ kind, oldNodeId, newNodeId }: LineageLink): Refusal | undefined {
  const wants = { old: kind !== "new", new: kind !== "end" };
  if (wants.old && oldNodeId === null) return endMissing("old", "前の計画の項目を選んでください。");
  if (wants.new && newNodeId === null) return endMissing("new", "新しい計画の項目を選んでください。");
  if (!wants.old && oldNodeId !== null) return endMissing("old", "「新規」には、前の計画の項目を選ばないでください。");
  if (!wants.new && newNodeId !== null)
    return endMissing("new", "「終了」には、新しい計画の項目を選ばないでください。");
  return undefined;
}

function endMissing(field: string, message: string): Refusal {
  return { code: "invalid", message: "対応づけできません。", remedy: message, fields: { [field]: message } };
}

function noteFault({ note }: LineageLink): Refusal | undefined {
  if (note.length <= noteLimit) return undefined;
  return {
    code: "tooLong",
    message: `説明は${noteLimit}文字までにしてください。`,
    fields: { note: "説明が長すぎます。" },
  };
}

const alreadyThere: Refusal = {
  code: "alreadyLinked",
  message: "この対応は、もう登録されています。",
  remedy: "一覧から「直す」を選んでください。",
};

export function isEvolution(word: string): word is Evolution {
  return Object.hasOwn(evolutionLabels, word);
}
