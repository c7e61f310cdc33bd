import { expect, it } from "vitest";
import { legible, legibleJson } from "./legible.ts";

it("leaves out control signs, marks of direction and of no width, and halves of characters", () => {
  expect(legible("防\0災\u0007計\u202E画\u2066書\u2069\u200B\uFEFF\u0085")).toBe("防災計画書");
  expect(legible("\uD842分")).toBe("分");
});

it("keeps line ends, tabs, emoji and the form of a 漢字 that its writer chose", () => {
  const text = "一行目\r\n二行目\t葛\u{E0100}城市 👨‍👩‍👧";
  expect(legible(text)).toBe(text);
});

it("reads the strings of a sent JSON the same way, also where they are spelled out", () => {
  expect(legibleJson('{"text":"避\\u202e難\\u0000所","count":3,"none":null}')).toEqual({
    text: "避難所",
    count: 3,
    none: null,
  });
});
