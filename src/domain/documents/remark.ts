import { inlinesIn, plainText, withInlines, type RichText } from "#kernel/rich-text.ts";
import type { Refusal } from "#kernel/result.ts";
import type { dispositionLabels } from "./labels.ts";
import type { SectionTexts } from "./section.ts";

export type Disposition = keyof typeof dispositionLabels;

/** What a reader inside says of a section (校閲): a comment, or a suggestion with other words for some of its own. */
export interface SectionRemark {
  readonly id: string;
  readonly sectionId: string;
  /** Which of the section's texts. */
  readonly textKey: string;
  /** The words that are meant; "" for the whole text. */
  readonly quote: string;
  readonly words: string;
  /** A suggestion: what should stand instead of the quote. Null for a comment. */
  readonly replacement: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly disposition: Disposition | null;
  readonly reason: string;
  readonly disposedBy: string | null;
  readonly disposedAt: Date | null;
  /** Its words were erased (内容の消去): who and when are left. */
  readonly isErased: boolean;
}

export type RemarkEntry = Pick<SectionRemark, "textKey" | "quote" | "words" | "replacement">;

/** What is wrong with a remark on this text, if anything. */
export function remarkFault({ quote, words, replacement }: RemarkEntry, text: RichText): Refusal | undefined {
  const fields: Record<string, string> = {};
  if (words === "" && replacement === null) fields["words"] = "意見を入力してください。";
  if (words.length > 1_000) fields["words"] = "意見は1,000文字までで入力してください。";
  if (replacement !== null && quote === "") fields["quote"] = "直してほしい言葉を、いまの文章から写してください。";
  if (quote !== "" && !plainText(text).includes(quote))
    fields["quote"] = `「${quote}」は、いまの文章にありません。文章から写してください。`;
  if (replacement !== null && (replacement.length > 1_000 || replacement.includes("\n")))
    fields["replacement"] = "修正案は、1行で1,000文字までです。";
  if (Object.keys(fields).length === 0) return undefined;
  return { code: "remarkFault", message: "意見に直すところがあります。", remedy: "示した欄を直してください。", fields };
}

/** The key of a remark among the parts of an erasure. */
export function remarkPart(id: string): string {
  return `remark:${id}`;
}

/** The remarks that say again what is erased: a quote or a suggestion that stood in it and stands no more. */
export function remarksRepeating(
  remarks: readonly Pick<SectionRemark, "id" | "textKey" | "quote" | "replacement">[],
  { erased, present }: { readonly erased: readonly SectionTexts[]; readonly present: SectionTexts },
): string[] {
  const repeats = (key: string, words: string | null) =>
    Boolean(words) && erased.some((texts) => holds(texts, key, words ?? "")) && !holds(present, key, words ?? "");
  return remarks
    .filter(({ textKey, quote, replacement }) => repeats(textKey, quote) || repeats(textKey, replacement))
    .map(({ id }) => id);
}

function holds(texts: SectionTexts, key: string, words: string): boolean {
  const text = texts[key];
  return text !== undefined && plainText(text).includes(words);
}

/** The text with the quote replaced; undefined where it does not stand exactly once within words of one style. */
export function withReplacement(text: RichText, quote: string, replacement: string): RichText | undefined {
  const count = [...inlinesIn(text)].reduce(
    (sum, inline) => sum + (inline.type === "text" ? inline.text.split(quote).length - 1 : 0),
    0,
  );
  if (quote === "" || count !== 1) return undefined;
  return withInlines(text, (inline) => {
    if (inline.type !== "text") return [inline];
    const words = inline.text.split(quote).join(replacement);
    return words === "" ? [] : [{ ...inline, text: words }];
  });
}
