import type { ReactNode } from "react";
import { textDifference } from "#analysis/text-difference.ts";

/** Two texts as one: what was taken out struck through, what came in marked, each as an element that is read out. */
export function MarkedText({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  return textDifference(before, after).map(({ kind, text }, index) => {
    if (kind === "same") return <span key={index}>{text}</span>;
    const Mark = kind === "added" ? "ins" : "del";
    return (
      <Mark key={index} className={`change-${kind}`}>
        {text}
      </Mark>
    );
  });
}
