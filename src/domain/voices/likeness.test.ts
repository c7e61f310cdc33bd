import { expect, it } from "vitest";
import { tellingWords } from "./likeness.ts";

it("the words that tell what a text is about are its kanji, katakana and Latin words, the longest first, folded", () => {
  expect(tellingWords("駅前のバスの便を増やし、ＷｉＦｉも市立図書館で使えるようにしてほしい。")).toEqual([
    "市立図書館",
    "wifi",
    "駅前",
    "ばす",
  ]);
  expect(tellingWords("もっとよくしてほしい")).toEqual([]);
});
