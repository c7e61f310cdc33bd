import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import { emptyRichText, isEmptyRichText } from "#kernel/rich-text.ts";
import type { SectionTexts } from "./section.ts";

/** Loan (貸出): who has a section taken out, and the copy that is written on. */
export interface Loan {
  readonly id: string;
  readonly sectionId: string;
  readonly takenBy: string;
  readonly takenAt: Date;
  /** The version of the section's texts when it was taken out. */
  readonly baseVersion: number;
  readonly texts: SectionTexts;
  /** Counts the saves: a save names the one it began from. */
  readonly saveNumber: number;
  /** From which window the last save came, and after how many of its changes. */
  readonly savedFrom: string;
  readonly savedTurn: number;
  readonly savedAt: Date;
  readonly endedAt: Date | null;
  readonly endedAs: LoanEnd | null;
  /** Its copy was erased (内容の消去) after its end: `texts` are empty. */
  readonly isErased: boolean;
}

export const loanEnds = ["returned", "takenOver", "givenUp"] as const;
export type LoanEnd = (typeof loanEnds)[number];

/** Why texts are kept beside a section (控え): the loan went to another, a save came late, or it began from an old copy. */
export const copyCauses = ["takenOver", "late", "stale", "givenUp", "replaced"] as const;
export type CopyCause = (typeof copyCauses)[number];

/** Texts kept beside a section, to be looked at by somebody. */
export interface SectionCopy {
  readonly id: string;
  readonly sectionId: string;
  readonly cause: CopyCause;
  /** Undefined after an erasure. */
  readonly texts: SectionTexts | undefined;
  readonly writtenBy: string | null;
  readonly keptAt: Date;
}

/** A save as a window sends it: the save that its texts began from, and how much the window had changed by then. */
export interface LoanSave {
  readonly saveNumber: number;
  /** The window's own name; "" for a form without script. */
  readonly window: string;
  /** Counts the window's changes: of two saves of one window the greater has the newer words. */
  readonly turn: number;
  readonly texts: SectionTexts;
}

/**
 * What becomes of a save: it is the copy's next one; it says what the copy says already; the loan is over (late), or somebody saved
 * from another window meanwhile (stale). In the last two cases the texts are kept apart, so that none of them is lost. A window whose
 * last answer was lost on the way still goes on from its own save; what it sent before and arrives after is already in the copy. Where a
 * window's own count does not tell which words are newer, the save that it began from does.
 */
export function outcomeOf(
  loan: Pick<Loan, "endedAt" | "saveNumber" | "savedFrom" | "savedTurn" | "texts">,
  save: LoanSave,
): "next" | "same" | "late" | "stale" {
  if (isSameTexts(loan.texts, save.texts)) return "same";
  if (loan.endedAt !== null) return "late";
  const goesOn = save.window !== "" && save.window === loan.savedFrom;
  if (goesOn && save.turn !== loan.savedTurn) return save.turn > loan.savedTurn ? "next" : "same";
  return save.saveNumber === loan.saveNumber ? "next" : "stale";
}

/**
 * What a return puts in when the section changed meanwhile: a text that only one side changed is that side's. `both` are the keys
 * that the two changed to different words: a person must look at these.
 */
export function mergedTexts(
  base: SectionTexts,
  mine: SectionTexts,
  theirs: SectionTexts,
): { readonly texts: SectionTexts; readonly both: readonly string[] } {
  const changedByMe = new Set(changedKeys(base, mine));
  const changedByThem = changedKeys(base, theirs);
  const different = new Set(changedKeys(mine, theirs));
  const taken = Object.fromEntries(
    changedByThem.filter((key) => !changedByMe.has(key)).map((key) => [key, theirs[key] ?? emptyRichText]),
  );
  return {
    texts: { ...mine, ...taken },
    both: changedByThem.filter((key) => changedByMe.has(key) && different.has(key)),
  };
}

/** Whether two sets of texts say the same; an empty text is like none. */
export function isSameTexts(one: SectionTexts, other: SectionTexts): boolean {
  return changedKeys(one, other).length === 0;
}

/** The keys under which two sets of texts differ. */
export function changedKeys(one: SectionTexts, other: SectionTexts): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => textOf(one, key) !== textOf(other, key));
}

function textOf(texts: SectionTexts, key: string): string {
  const text = texts[key];
  const told = text && !isEmptyRichText(text) ? text : emptyRichText;
  return canonicalJson(JSON.parse(JSON.stringify(told)) as Json); // rich texts are JSON; absent members are left out
}
