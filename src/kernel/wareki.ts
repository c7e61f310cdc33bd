/**
 * Japanese era dates (和暦). Eras come from the runtime's ICU data (calendar "japanese"), so a new era arrives with Node.
 * Style: 公用文 writes 元年 for the first year; the first day of 令和 is 2019-05-01, the last of 平成 2019-04-30.
 */
const eraYear = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" });

/** 「令和元年」: the era year of a Gregorian day (YYYY-MM-DD). */
export function eraYearOf(day: string): string {
  const parts = eraYear.formatToParts(new Date(`${day}T00:00:00Z`));
  const era = parts.find((part) => part.type === "era")?.value ?? "";
  const year = parts.find((part) => part.type === "year")?.value ?? "";
  return `${era}${year === "1" ? "元" : year}年`;
}

/** 「令和8年4月1日」 of a day (YYYY-MM-DD). */
export function warekiDate(day: string): string {
  const [, month = "", date = ""] = day.split("-");
  return `${eraYearOf(day)}${Number(month)}月${Number(date)}日`;
}

/** 「令和8年4月1日（2026年）」: the form public pages use, 和暦 first and 西暦 in brackets. */
export function dateWithBoth(day: string): string {
  return `${warekiDate(day)}（${day.slice(0, 4)}年）`;
}

/** 「令和8年4月1日（2026年）から5月10日まで」: the year is told again only where it is another one. */
export function spanWithBoth(from: string, until: string): string {
  const isSameYear = eraYearOf(from) === eraYearOf(until) && from.slice(0, 4) === until.slice(0, 4);
  const last = isSameYear ? warekiDate(until).replace(eraYearOf(until), "") : dateWithBoth(until);
  return `${dateWithBoth(from)}から${last}まで`;
}
