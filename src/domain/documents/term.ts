import type { Refusal } from "#kernel/result.ts";

/** A word explained in the whole document (用語). */
export interface GlossaryTerm {
  readonly id: string;
  readonly term: string;
  readonly reading: string;
  readonly meaning: string;
  readonly version: number;
}

/** What is wrong with a term, if anything; whether the word is free, the others of the list say. */
export function termFault(
  entry: Pick<GlossaryTerm, "id" | "term" | "meaning">,
  others: readonly Pick<GlossaryTerm, "id" | "term">[],
): Refusal | undefined {
  const fields: Record<string, string> = {};
  if (entry.term === "" || entry.term.length > 60) fields["term"] = "用語を60文字までで入力してください。";
  if (entry.meaning === "" || entry.meaning.length > 500) fields["meaning"] = "意味を500文字までで入力してください。";
  if (others.some(({ id, term }) => id !== entry.id && term === entry.term))
    fields["term"] = "この用語は、すでに登録されています。";
  if (Object.keys(fields).length === 0) return undefined;
  return { code: "termFault", message: "用語に直すところがあります。", remedy: "示した欄を直してください。", fields };
}
