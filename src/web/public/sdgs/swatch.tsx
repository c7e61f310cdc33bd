import type { ReactNode } from "react";
import { sdgGoals } from "#domain/plan/published.ts";

/** The colour of a goal in the place of an icon; its number and name always stand beside. */
export function SdgSwatch({ goal }: { readonly goal: number }): ReactNode {
  const color = sdgGoals.find((each) => each.number === goal)?.color;
  return (
    <svg viewBox="0 0 16 16" className="sdg-swatch" aria-hidden="true" focusable="false">
      <rect width="16" height="16" rx="2" fill={color} />
    </svg>
  );
}
