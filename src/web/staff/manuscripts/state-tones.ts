import type { SectionState } from "#domain/documents/index.ts";
import type { Tone } from "#web/ui/parts.tsx";

export const stateTones: Readonly<Record<SectionState, Tone>> = {
  writing: "plain",
  checking: "caution",
  confirmed: "good",
  replacing: "caution",
};
