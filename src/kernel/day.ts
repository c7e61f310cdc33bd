/** Days are written YYYY-MM-DD, so that they compare as texts. Nothing here knows what today is. */
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text from outside is a day that exists (2027-02-29 does not, nor does a year 0). */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text) || text.startsWith("0000")) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The day some days after (or, negative, before) another. */
export function addDays(day: string, days: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}

/** The same day in another year; 29 February becomes 1 March where there is none. */
export function addYears(day: string, years: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCFullYear(instant.getUTCFullYear() + years);
  return instant.toISOString().slice(0, 10);
}

/** Whether a span (both ends included, an open end being null) holds on a day. */
export function holdsOn(span: { readonly fromOn: string; readonly untilOn: string | null }, day: string): boolean {
  return span.fromOn <= day && (span.untilOn === null || span.untilOn >= day);
}

/** The moment some minutes after (or, negative, before) another. */
export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

/** The moment at which a day begins, in UTC: for file formats that note moments and count days. */
export function midnightOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
