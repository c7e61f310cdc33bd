import { spanOf, type Anchor, type Span } from "../point.ts";

/** What a mark takes out. `typed` are words that a person typed. */
export const markKinds = [
  "name",
  "phone",
  "email",
  "postalCode",
  "address",
  "birth",
  "number",
  "page",
  "sender",
  "typed",
] as const;

export type MarkKind = (typeof markKinds)[number];

/** Mark (除くところ): a stretch of a voice that must not go public. */
export interface Mark extends Span {
  readonly kind: MarkKind;
}

/** The sign that stands for each character taken out, so that every place in the copy is the same place in the original. */
export const blackened = "■";

/** The copy for the public (公開用の写し): the same length, line ends kept. */
export function copyWithout(text: string, marks: readonly Span[]): string {
  const letters = text.split("");
  for (const { start, end } of marks)
    for (let at = start; at < Math.min(end, letters.length); at += 1) if (letters[at] !== "\n") letters[at] = blackened;
  return letters.join("");
}

/** What a copy takes out of its original. */
export function spansTakenOut(text: string, copy: string): Span[] {
  const spans: Span[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const isOut = at < text.length && copy[at] === blackened && text[at] !== blackened;
    if (isOut && start < 0) start = at;
    if (isOut || start < 0) continue;
    spans.push({ start, end: at });
    start = -1;
  }
  return spans;
}

/** Every place where typed words stand in a text. */
export function spansOfWords(text: string, words: string): Span[] {
  const spans: Span[] = [];
  if (words === "") return spans;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    spans.push({ start: at, end: at + words.length });
  return spans;
}

/** A point's words as the copy for the public has them. A copy keeps the original's length (■ for each character taken out). */
export function wordsInCopy(copy: string | null, text: string | null, anchor: Anchor): string {
  if (copy === null || text === null || copy.length !== text.length) return "";
  const span = spanOf(text, anchor);
  return span ? copy.slice(span.start, span.end) : "";
}
