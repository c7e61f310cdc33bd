/** Where "now" comes from. Actions take it from their context, so that tests can stand on any day. */
export interface Clock {
  /** The moment, as an absolute instant. */
  now(): Date;
  /** Today's date in Tokyo as YYYY-MM-DD. */
  today(): string;
}

const tokyoDate = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" });

/** The date in Tokyo (YYYY-MM-DD) of an instant. Offices keep Japanese days wherever the server stands. */
export function tokyoDay(instant: Date): string {
  return tokyoDate.format(instant);
}

/** The moment at which a day (YYYY-MM-DD) begins in Tokyo. */
export function startOfTokyoDay(day: string): Date {
  return new Date(`${day}T00:00:00+09:00`);
}

const tokyoClock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit" });

/** The time of day in Tokyo of an instant, as 10:32. */
export function tokyoTime(instant: Date): string {
  return tokyoClock.format(instant);
}

/** An instant as data says it: the clock of Tokyo with its offset, 2026-11-23T05:22:12+09:00. */
export function tokyoIso(instant: Date): string {
  const inTokyo = new Date(instant.getTime() + 9 * 3_600_000);
  return `${inTokyo.toISOString().slice(0, 19)}+09:00`;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => tokyoDay(new Date()),
};

/** A clock that stands still, for tests and reproducible papers. */
export function stoppedClock(iso: string): Clock {
  const instant = new Date(iso);
  return { now: () => instant, today: () => tokyoDay(instant) };
}
