import type { ReactNode } from "react";
import { textDifference } from "#analysis/text-difference.ts";

interface TwoTexts {
  readonly before: string;
  readonly after: string;
}

/** Two texts as one: what was taken out struck through, what came in marked, each as an element that is read out. */
export function MarkedText({ before, after }: TwoTexts): ReactNode {
  return textDifference(before, after).map(({ kind, text }, index) => <Part key={index} kind={kind} text={text} />);
}

/** One of two texts that stand beside each other, with what the other does not have marked. */
export function MarkedSide({ before, after, side }: TwoTexts & { readonly side: "before" | "after" }): ReactNode {
  const left = side === "before" ? "added" : "removed";
  return textDifference(before, after)
    .filter(({ kind }) => kind !== left)
    .map(({ kind, text }, index) => <Part key={index} kind={kind} text={text} />);
}

function Part({ kind, text }: ReturnType<typeof textDifference>[number]): ReactNode {
  if (kind === "same") return <span>{text}</span>;
  const Mark = kind === "added" ? "ins" : "del";
  return <Mark className={`change-${kind}`}>{text}</Mark>;
}
