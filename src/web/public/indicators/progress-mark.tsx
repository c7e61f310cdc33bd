import type { ReactNode } from "react";
import { progressOf, type IndicatorSnapshot, type Progress } from "#domain/plan/published.ts";
import { progressWords, unknownWords } from "./readings.ts";

const shapes = {
  reached: "M3.5 8.5l3 3 6-7",
  nearer: "M3.5 12.5l8-8M6 4.5h5.500v5.5",
  unmoved: "M3 8h10",
  farther: "M3.5 3.500l8 8M6 11.500h5.500v-5.5",
  short: "M8 3.500v6M8 12.300v.2",
  unknown: "M6 8h4",
} as const satisfies Record<Progress["kind"], string>;

/** Where an indicator stands, in a sign and a word. */
export function ProgressMark({ indicator }: { readonly indicator: IndicatorSnapshot }): ReactNode {
  const progress = progressOf(indicator);
  return (
    <span className={`progress progress-${progress.kind}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[progress.kind]} />
      </svg>
      <span>
        {progressWords[progress.kind]}
        {progress.kind === "unknown" && <small>{unknownWords[progress.reason]}</small>}
      </span>
    </span>
  );
}
