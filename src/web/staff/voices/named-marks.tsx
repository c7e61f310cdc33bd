import type { ReactNode } from "react";
import { spanOf, type Anchor, type Span } from "#domain/voices/index.ts";

interface Piece extends Span {
  readonly marks: readonly string[];
}

/** A text with its marked stretches; each has words for who cannot see the colour. */
export function NamedMarks({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly NamedSpan[];
}): ReactNode {
  return (
    <p className="card whitespace-pre-wrap break-words" lang="ja">
      {piecesOf(text, marks).map(({ start, end, marks: names }) =>
        names.length === 0 ? (
          <span key={start}>{text.slice(start, end)}</span>
        ) : (
          <mark key={start} title={names.join("、")}>
            {text.slice(start, end)}
            <span className="visually-hidden">（{names.join("、")}）</span>
          </mark>
        ),
      )}
    </p>
  );
}

export interface NamedSpan extends Span {
  readonly name: string;
}

/** The stretches of anchors that still stand in a text. */
export function spansIn(text: string, anchors: readonly (Anchor & { readonly name: string })[]): NamedSpan[] {
  return anchors.flatMap(({ name, ...anchor }) => {
    const span = spanOf(text, anchor);
    return span ? [{ ...span, name }] : [];
  });
}

function piecesOf(text: string, marks: readonly NamedSpan[]): Piece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      start,
      end,
      marks: marks.filter((mark) => mark.start <= start && mark.end >= end).map(({ name }) => name),
    };
  });
}
