import { plainText, type RichText } from "#kernel/rich-text.ts";

/** The lines of a text that say something. */
export function linesOf(text: RichText | undefined | null): string[] {
  return text
    ? plainText(text)
        .split("\n")
        .flatMap((line) => line.trim() || [])
    : [];
}

/** The first sentence of a text, to its 「。」; "" where there is none. */
export function firstSentence(text: RichText | undefined | null): string {
  const [line = ""] = linesOf(text);
  return /^[^。]*。?/.exec(line)?.[0] ?? "";
}
