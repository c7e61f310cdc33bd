import type { PublicationHead } from "#domain/publication/published.ts";
import { tokyoDay } from "#kernel/clock.ts";
import type { Period } from "#kernel/period.ts";

/** A step in a plan's life: an edition made public, or the beginning or end of its period. */
export interface TimelineStep {
  /** The day in Tokyo (YYYY-MM-DD). */
  readonly day: string;
  readonly label: string;
  readonly kind: "edition" | "period";
  readonly head: PublicationHead | undefined;
  readonly isPast: boolean;
}

/** The steps before and after today: today (いまここ) stands between them. A step of today counts as past. */
export function timelineOf(heads: readonly PublicationHead[], period: Period, today: string): readonly TimelineStep[] {
  const editions = heads.map((head) => ({
    day: tokyoDay(head.publishedAt),
    label: head.label,
    kind: "edition" as const,
    head,
  }));
  const bounds = [
    { day: `${period.startYear}-04-01`, label: "計画が始まる", kind: "period" as const, head: undefined },
    { day: `${period.endYear + 1}-03-31`, label: "計画が終わる", kind: "period" as const, head: undefined },
  ];
  const steps = [...editions, ...bounds].sort((a, b) => a.day.localeCompare(b.day));
  return steps.map((step) => ({ ...step, isPast: step.day <= today }));
}
