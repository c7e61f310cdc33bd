import type { PublishedVenue } from "#domain/consultations/published.ts";
import { dateWithBoth } from "#kernel/wareki.ts";

const weekdays = ["日", "月", "火", "水", "木", "金", "土"];

/** 「令和8年12月5日（2026年）土曜日 19:00〜20:30」 */
export function venueTime({ heldOn, begins, ends }: Pick<PublishedVenue, "heldOn" | "begins" | "ends">): string {
  return `${dateWithBoth(heldOn)}${weekdayOf(heldOn)}曜日 ${begins}〜${ends}`;
}

function weekdayOf(day: string): string {
  const daysSinceThursday = Math.round(Date.parse(day) / 86_400_000); // 1970-01-01 was a Thursday
  return weekdays[(daysSinceThursday + 4) % 7] ?? "";
}
