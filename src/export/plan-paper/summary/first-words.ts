import { plainText, type RichText } from "#kernel/rich-text.ts";

/** The lines of a text that say something. */
export function linesOf(text: RichText | undefined | null): string[] {
  return text
    ? plainText(text)
        .split("\n")
        .flatMap((line) => line.trim() || [])
    : [];
}

/** The first paragraph that stands for itself, not as the lead of a list or a table; "" where there is none. */
export function firstParagraph(text: RichText | null): string {
  const blocks = text?.content ?? [];
  const alone = blocks.find(({ type }, index) => {
    const next = blocks[index + 1]?.type ?? "paragraph";
    return type === "paragraph" && (next === "paragraph" || next === "heading");
  });
  return alone ? plainText({ type: "doc", content: [alone] }).trim() : "";
}

/** The first sentence of a text, to its 「。」; "" where there is none. */
export function firstSentence(text: RichText | undefined | null): string {
  const [line = ""] = linesOf(text);
  return /^[^。]*。?/.exec(line)?.[0] ?? "";
}
