import type { Refusal } from "#kernel/result.ts";
import { workshopRefusals } from "./labels.ts";

/** Note (付箋): what one person wrote at a table; its words are put right until it goes into the ledger, and then are a voice's. */
export interface WorkshopNote {
  readonly id: string;
  readonly tableId: string;
  readonly position: number;
  /** Its words while it is not in the ledger; "" afterwards. */
  readonly content: string;
  /** シールの数: told, and never an order of voices. */
  readonly votes: number;
  readonly voiceId: string | null;
  readonly version: number;
}

/** A note as it is entered. */
export interface NewNote {
  readonly tableId: string;
  readonly content: string;
  readonly votes: number;
}

export const longestNote = 500;
export const mostVotes = 10_000;
export const mostNotesAtOnce = 1_000;

/** What is wrong with notes that are entered; a note without words is the caller's to leave out. */
export function notesFault(notes: readonly Pick<NewNote, "content" | "votes">[]): Refusal | undefined {
  if (notes.length === 0) return workshopRefusals.noteMissing;
  if (notes.length > mostNotesAtOnce) return workshopRefusals.tooManyNotes;
  const long = notes.findIndex(({ content }) => content.length > longestNote);
  if (long >= 0)
    return { ...workshopRefusals.noteTooLong, message: `${long + 1}枚目の付箋が、${longestNote}字を超えています。` };
  return notes.every(({ votes }) => isVotes(votes)) ? undefined : workshopRefusals.votesWrong;
}

export function isVotes(votes: number): boolean {
  return Number.isInteger(votes) && votes >= 0 && votes <= mostVotes;
}

/** The notes of a block in which each line is one; list marks at the beginning are not part of it. */
export function notesInLines(typed: string): string[] {
  return typed
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*[・●○■□*-]\s*/u, "").trim())
    .filter((line) => line !== "");
}
