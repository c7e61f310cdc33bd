import type { Refusal, Result } from "#kernel/result.ts";
import { accept, refuse } from "#kernel/result.ts";
import { deskRefusals, overlapRefusal } from "./desk-labels.ts";
import { spanOf, type Anchor, type Span } from "./point.ts";

/** Stretch: words of a voice as somebody marked them, and where they begin in the text that was shown. */
export interface Stretch {
  readonly start: number;
  readonly words: string;
}

/**
 * Where a marked stretch stands: its words must be there, say something, and lie in no other point. Spaces at its ends are left out.
 * Line ends count as one character however they were sent.
 */
export function markedSpan(text: string, { start, words }: Stretch, others: readonly Anchor[]): Result<Span, Refusal> {
  const marked = words.replace(/\r\n?/g, "\n");
  if (!Number.isInteger(start) || start < 0 || !text.startsWith(marked, start))
    return refuse(deskRefusals.wordsMissing);
  const trimmed = marked.trim();
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return refuse(deskRefusals.saysNothing);
  const from = start + marked.indexOf(trimmed);
  const span = { start: from, end: from + trimmed.length };
  const [other] = others.filter((anchor) => meets(span, spanOf(text, anchor)));
  return other ? refuse(overlapRefusal(other.quote)) : accept(span);
}

function meets(one: Span, other: Span | undefined): boolean {
  return other !== undefined && one.start < other.end && other.start < one.end;
}

/** The sentences of a span, each with its closing sign and brackets; what says nothing is left out. */
export function sentences(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  for (const { 0: raw, index } of text.slice(start, end).matchAll(/[^。！？!?\n]+[。！？!?]*[」』）)]*/gu)) {
    const first = raw.search(/[^\s・●○◯■□◆◇※*＊\-‐－]/u);
    if (!/[\p{L}\p{N}]/u.test(raw)) continue;
    spans.push({ start: start + index + first, end: start + index + raw.trimEnd().length });
  }
  return spans;
}
