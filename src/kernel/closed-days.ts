import { addDays } from "./day.ts";

/**
 * Days on which city offices are closed (閉庁日): Saturdays, Sundays, 国民の祝日 (国民の祝日に関する法律 as it stands since 2022) and
 * 12/29 to 1/3. The days of the equinoxes are announced each February; the formula of the National Astronomical Observatory has
 * held for every year since 1980 and is good until 2099.
 */
export function isClosedDay(day: string): boolean {
  const weekday = weekdayOf(day);
  const monthDay = day.slice(5);
  return weekday === 0 || weekday === 6 || monthDay >= "12-29" || monthDay <= "01-03" || isHoliday(day);
}

/** The first day from this one on which offices are open. */
export function nextOpenDay(day: string): string {
  return isClosedDay(day) ? nextOpenDay(addDays(day, 1)) : day;
}

/** A holiday by its own name, one in lieu of a Sunday's (振替休日), or a day between two (国民の休日). */
export function isHoliday(day: string): boolean {
  return isNamedHoliday(day) || isSubstitute(day) || isBetween(day);
}

const fixed: ReadonlySet<string> = new Set([
  "01-01", // 元日
  "02-11", // 建国記念の日
  "02-23", // 天皇誕生日
  "04-29", // 昭和の日
  "05-03", // 憲法記念日
  "05-04", // みどりの日
  "05-05", // こどもの日
  "08-11", // 山の日
  "11-03", // 文化の日
  "11-23", // 勤労感謝の日
]);

/** Mondays: 成人の日, 海の日, 敬老の日, スポーツの日. */
const mondays: Readonly<Record<string, number>> = { "01": 2, "07": 3, "09": 3, "10": 2 };

function isNamedHoliday(day: string): boolean {
  const [year = "", month = "", date = ""] = day.split("-");
  if (fixed.has(`${month}-${date}`)) return true;
  if (weekdayOf(day) === 1 && mondays[month] === Math.ceil(Number(date) / 7)) return true;
  const since = Number(year) - 1980;
  const equinox = (base: number) => Math.floor(base + 0.242194 * since - Math.floor(since / 4));
  if (month === "03") return Number(date) === equinox(20.8431);
  return month === "09" && Number(date) === equinox(23.2488);
}

/** The first day after a holiday on a Sunday that is not a holiday itself. */
function isSubstitute(day: string): boolean {
  for (let before = addDays(day, -1); isNamedHoliday(before); before = addDays(before, -1))
    if (weekdayOf(before) === 0) return !isNamedHoliday(day);
  return false;
}

function isBetween(day: string): boolean {
  return !isNamedHoliday(day) && isNamedHoliday(addDays(day, -1)) && isNamedHoliday(addDays(day, 1));
}

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
