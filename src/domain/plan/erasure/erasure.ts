import type { Ctx, Tx } from "#domain/audit/index.ts";
import type { Refusal } from "#kernel/result.ts";
import { erasureRefusals } from "./labels.ts";

/**
 * Of what something is erased: earlier states of a node (版歴), the original of an import (取り込んだ表), an indicator's history, what
 * a section of the manuscript keeps (原稿).
 */
export type ErasureKind = "revisions" | "import" | "values" | "section";

/** An erasure of contents (内容の消去): what somebody asked for and a second person did. The erased words stand nowhere in it. */
export interface Erasure {
  readonly id: string;
  readonly planId: string;
  readonly kind: ErasureKind;
  /** The node, the import, the indicator or the section. */
  readonly targetId: string;
  /** Keys of the parts, as the target's `KeptPart`s have them. */
  readonly parts: readonly string[];
  readonly reason: string;
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly erasedBy: string | null;
  readonly erasedAt: Date | null;
}

/** Something that a target keeps of its past (残っている過去の内容) and that can be erased by itself. */
export interface KeptPart {
  /** 「12」 for a node's 12th revision; 「file」; 「definition:3」, 「actual:<id>」, 「target:<id>」 or 「removal:<id>」 of an indicator; 「12」, 「copies」 or 「remark:<id>」 of a section. */
  readonly key: string;
  readonly savedBy: string | null;
  readonly savedAt: Date;
  /** The year of a value; null for what is not one. */
  readonly year: number | null;
  /** What stands now, or is still worked with: it is edited or given up, not erased. */
  readonly isPresent: boolean;
  readonly isErased: boolean;
}

/** A target with all that it keeps of its past. */
export interface KeptTarget {
  readonly planId: string;
  /** The newest first. */
  readonly parts: readonly KeptPart[];
}

/** What a subject above keeps of a plan's words, and empties in the same act (原稿): plan cannot ask it, so who calls brings it along. */
export interface KeptAbove {
  /** How its own targets of a plan are called today, by id. */
  readonly names: (ctx: Ctx, planId: string) => Promise<ReadonlyMap<string, string>>;
  readonly keptBy: (ctx: Ctx, targetId: string) => Promise<KeptTarget | undefined>;
  /** Why an erasure must wait, or undefined; holds what it asks for the rest of the transaction. */
  readonly obstacle: (tx: Tx, target: Pick<Erasure, "kind" | "targetId">) => Promise<Refusal | undefined>;
  /** Comes before plan empties what is its own: what is erased can still be read. */
  readonly empty: (ctx: Ctx, tx: Tx, erasure: Erasure) => Promise<void>;
  /** The tables that held what it empties. */
  readonly tables: readonly string[];
}

/** Why these parts of a target cannot be erased, or undefined. */
export function partsRefusal(kept: readonly KeptPart[], keys: readonly string[]): Refusal | undefined {
  if (keys.length === 0) return erasureRefusals.nothingChosen;
  const chosen = keys.map((key) => kept.find((part) => part.key === key));
  if (chosen.some((part) => part === undefined)) return erasureRefusals.unknownPart;
  if (chosen.some((part) => part?.isPresent)) return erasureRefusals.present;
  return chosen.some((part) => part?.isErased) ? erasureRefusals.alreadyErased : undefined;
}

/** Why this person cannot confirm, or undefined: who asked may do so only where nobody else could. */
export function confirmationRefusal(
  erasure: Pick<Erasure, "askedBy" | "erasedAt">,
  confirmedBy: string | null,
  others: number,
): Refusal | undefined {
  if (erasure.erasedAt) return erasureRefusals.alreadyErased;
  return erasure.askedBy === confirmedBy && others > 0 ? erasureRefusals.secondPerson : undefined;
}
