import {
  consultationKindLabels,
  daysLeft,
  phaseLabels,
  type ConsultationSnapshot,
} from "#domain/consultations/published.ts";
import { dateWithBoth, spanWithBoth, warekiDate } from "#kernel/wareki.ts";
import type { Tone } from "#web/ui/parts.tsx";
import type { ConsultationEdition } from "./edition.ts";

export const consultationsTitle = "声をとどける";

/** 「令和8年12月1日（2026年）から12月30日まで」, or the one day of a meeting. */
export function spanText({ opensOn, closesOn }: Pick<ConsultationSnapshot, "opensOn" | "closesOn">): string {
  if (closesOn === opensOn) return dateWithBoth(opensOn);
  return closesOn === null ? `${dateWithBoth(opensOn)}から` : spanWithBoth(opensOn, closesOn);
}

/** What a person needs to know first: how many days are left, or when it begins, or that it is over. */
export function standingText({ phase, snapshot: { opensOn, closesOn } }: ConsultationEdition, today: string): string {
  if (phase === "announced") return `${warekiDate(opensOn)}から`;
  if (phase === "open") return closesOn === null ? "受付中" : leftText(daysLeft(closesOn, today));
  return phase === "finished" ? phaseLabels.finished : "受付は終わりました";
}

function leftText(days: number): string {
  return days === 1 ? "今日まで" : `あと${days}日`;
}

export function toneOf({ phase }: Pick<ConsultationEdition, "phase">): Tone {
  if (phase === "open") return "good";
  return phase === "announced" ? "caution" : "plain";
}

export function kindLabel({ detail }: ConsultationSnapshot): string {
  return consultationKindLabels[detail.kind];
}
