/**
 * Anchor: where a point stands in a voice, by its words and the words around them (TextQuoteSelector of the W3C's Web Annotation
 * Data Model), never by an offset, so that it survives a corrected text.
 */
export interface Anchor {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Point (論点): one opinion inside a voice. It belongs to a topic, or is 対象外 with a reason, or waits. */
export interface Point extends Anchor {
  readonly id: string;
  readonly voiceId: string;
  readonly position: number;
  readonly gist: string;
  readonly topicId: string | null;
  /** 対象外: why; "" when it counts. */
  readonly exclusion: string;
  readonly nodeId: string | null;
  readonly version: number;
}

/** A stretch of a text: from `start` (included) to `end` (not included), in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const context = 32; // characters kept on either side

/** The anchor of a stretch of a text. */
export function anchorOf(text: string, { start, end }: Span): Anchor {
  return {
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
  };
}

/** Where an anchor stands in a text; undefined when its words are no longer there (a lost anchor). */
export function spanOf(text: string, anchor: Anchor): Span | undefined {
  const starts = occurrences(text, anchor.quote);
  const [best] = starts
    .map((start) => ({ start, likeness: contextLikeness(text, start, anchor) }))
    .sort((one, other) => other.likeness - one.likeness || one.start - other.start);
  return best && { start: best.start, end: best.start + anchor.quote.length };
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

/** How many characters around a place are those that were around the anchor. */
function contextLikeness(text: string, start: number, { quote, prefix, suffix }: Anchor): number {
  const before = text.slice(0, start);
  const after = text.slice(start + quote.length);
  return sharedEnd(before, prefix) + sharedEnd(reversed(after), reversed(suffix));
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

function reversed(text: string): string {
  return [...text].toReversed().join("");
}

/** What of a text no anchor covers, without stretches that say nothing (spaces, punctuation, list signs). */
export function uncovered(text: string, anchors: readonly Anchor[]): Span[] {
  const spans = anchors.flatMap((anchor) => spanOf(text, anchor) ?? []).sort((one, other) => one.start - other.start);
  const gaps: Span[] = [];
  let reached = 0;
  for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
    if (start > reached) gaps.push(...speaking(text, { start: reached, end: start }));
    reached = Math.max(reached, end);
  }
  return gaps;
}

/** The lines of a stretch that hold a letter or a digit, trimmed to them. */
function speaking(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const line of text.slice(start, end).split("\n")) {
    const first = line.search(/[\p{L}\p{N}]/u);
    if (first >= 0) spans.push({ start: from + first, end: from + line.trimEnd().length });
    from += line.length + 1;
  }
  return spans;
}
