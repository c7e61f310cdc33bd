import type { StageState } from "#domain/formulation/index.ts";
import type { Tone } from "#web/ui/parts.tsx";

/** The colour of a stage's state. */
export function toneOf(state: StageState): Tone {
  if (state === "passed") return "good";
  if (state === "sentBack") return "bad";
  return state === "ahead" || state === "skipped" ? "plain" : "caution";
}
