import type { ComparisonRow } from "#analysis/comparison/comparison.ts";
import { warekiDate } from "#kernel/wareki.ts";

/** What stands in the third column (備考): why a text was changed, or what somebody said of it. */
export type Note = VoicesNote | BodyNote | AssemblyNote | StaffNote;

/** Opinions that changed the text (意見による修正). */
export interface VoicesNote {
  readonly kind: "voices";
  readonly gist: string;
  readonly voices: number;
  /** 「◎ 反映する」; "" where the city has no word for it. */
  readonly category: string;
  readonly decidedBy: string;
  /** YYYY-MM-DD. */
  readonly decidedOn: string | null;
  /** Where the opinions are read on screen. */
  readonly href: string | null;
}

/** What a body (審議会, 部会, 策定委員会) remarked. */
export interface BodyNote {
  readonly kind: "body";
  readonly body: string;
  readonly day: string | null;
  readonly words: string;
}

/** An item of the assembly (議会の指摘事項). */
export interface AssemblyNote {
  readonly kind: "assembly";
  readonly meeting: string;
  readonly day: string | null;
  readonly words: string;
}

/** What staff say of a change. */
export interface StaffNote {
  readonly kind: "staff";
  readonly words: string;
}

/** A note with where it belongs: a section, and there the text that was changed, if it is known. */
export interface PlacedNote {
  /** As the blocks name it; "" for the whole document. */
  readonly section: string;
  /** The text before and after the change that the note is about; null for all that changed in the section. */
  readonly change: { readonly before: string; readonly after: string } | null;
  readonly note: Note;
}

/** A note in words, without its address. */
export function noteWords(note: Note): string {
  switch (note.kind) {
    case "voices":
      return `意見による修正：${gistWords(note)}${answerWords(note)}`;
    case "body":
      return `${note.body}${inBrackets(dayWords(note.day))}：${note.words}`;
    case "assembly":
      return `議会　${note.meeting}${inBrackets(dayWords(note.day))}：${note.words}`;
    case "staff":
      return note.words;
  }
}

/** What people said, and how many of them. */
export function gistWords({ gist, voices }: VoicesNote): string {
  return `${gist}（意見${voices}件）`;
}

/** What became of it, and who decided that. */
export function answerWords({ category, decidedBy, decidedOn }: VoicesNote): string {
  const decision = [decidedBy, decidedOn === null ? "" : `${warekiDate(decidedOn)}決定`].filter(Boolean).join("　");
  return `${category === "" ? "" : `　${category}`}${inBrackets(decision)}`;
}

function dayWords(day: string | null): string {
  return day === null ? "" : warekiDate(day);
}

function inBrackets(words: string): string {
  return words === "" ? "" : `（${words}）`;
}

/**
 * Gives each row its notes. A note about a change stands at the rows whose new words it brought or whose old words it took away, and
 * nowhere else: no cause is guessed. One about a section stands at the first row of it that changed. What was said of the whole, or of a
 * section that did not change, is left over.
 */
export function notesOfRows(
  rows: readonly ComparisonRow[],
  notes: readonly PlacedNote[],
): { readonly ofRow: ReadonlyMap<ComparisonRow, readonly Note[]>; readonly left: readonly Note[] } {
  const changed = rows.filter((row) => row.change !== "same" || row.isMoved);
  const ofRow = new Map<ComparisonRow, Note[]>();
  const left: Note[] = [];
  for (const placed of notes) {
    const own = changed.filter((row) => isIn(row, placed.section));
    const found = placed.change ? own.filter((row) => isCaused(row, placed)) : own.slice(0, 1);
    for (const row of found) ofRow.set(row, [...(ofRow.get(row) ?? []), placed.note]);
    if (found.length === 0 && !placed.change) left.push(placed.note);
  }
  return { ofRow, left };
}

/** A part of a section has the section's key before 「/」. */
function isIn({ old, fresh }: ComparisonRow, section: string): boolean {
  return [...fresh, ...old].some(({ block }) => block.section === section || block.section.startsWith(`${section}/`));
}

function isCaused({ old, fresh }: ComparisonRow, { change }: PlacedNote): boolean {
  if (!change) return false;
  const brought = wordsIn(fresh).some((words) => change.after.includes(words) && !change.before.includes(words));
  return brought || wordsIn(old).some((words) => change.before.includes(words) && !change.after.includes(words));
}

function wordsIn(sides: ComparisonRow["old"]): string[] {
  return sides.flatMap(({ block }) => block.cells).filter((words) => words !== "");
}
