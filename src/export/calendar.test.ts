import { expect, it } from "vitest";
import { calendarText } from "./calendar.ts";

const occurrence = {
  uid: "a1@mihon.example",
  begins: new Date("2026-12-05T19:00:00+09:00"),
  ends: new Date("2026-12-05T20:30:00+09:00"),
  title: "懇談会（中央公民館）",
  place: "中央公民館",
  words: "総合計画の素案, 意見交換;\n手話通訳があります",
  url: "https://mihon.example/consultations/talk",
  stampedAt: new Date("2026-11-22T01:00:00Z"),
};

it("writes moments in UTC: 19:00 in Tokyo is 10:00", () => {
  const text = calendarText({ name: "懇談会", occurrences: [occurrence] });
  expect(text).toContain("DTSTART:20261205T100000Z\r\n");
  expect(text).toContain("DTEND:20261205T113000Z\r\n");
  expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
  expect(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")).toBe(true);
});

it("keeps signs with a meaning of their own out of the way", () => {
  expect(calendarText({ name: "", occurrences: [occurrence] })).toContain(
    String.raw`DESCRIPTION:総合計画の素案\, 意見交換\;\n手話通訳`,
  );
});

it("folds lines to 75 octets and cuts no character", () => {
  const long = "あ".repeat(100); // 3 octets each: 300 octets and the field's name
  const text = calendarText({ name: long, occurrences: [] });
  const lines = text.split("\r\n");
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll("\r\n ", "")).toContain(`X-WR-CALNAME:${long}`);
});
