import type { Phase, Span } from "#domain/consultations/index.ts";
import { dateWithBoth } from "#kernel/wareki.ts";
import type { Tone } from "#web/ui/parts.tsx";

export function spanWords({ opensOn, closesOn }: Span): string {
  return `${dateWithBoth(opensOn)}〜${closesOn === null ? "" : dateWithBoth(closesOn)}`;
}

export function phaseTone(phase: Phase | undefined): Tone {
  if (phase === "open") return "good";
  return phase === "announced" || phase === "closed" ? "caution" : "plain";
}
