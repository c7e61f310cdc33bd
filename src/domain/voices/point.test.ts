import { assert, nat, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorOf, spanOf, uncovered } from "./point.ts";

const text = "バスの便を増やしてほしい。\n公園を直してほしい。\n\n・図書館を夜も開けてほしい。";

/** The anchor of the nth occurrence of some words. */
function anchor(words: string, nth = 0) {
  let start = text.indexOf(words);
  for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1);
  return anchorOf(text, { start, end: start + words.length });
}

describe("an anchor", () => {
  it("finds its own place among equal words by what stands around them", () => {
    const places = [0, 1, 2].map((nth) => spanOf(text, anchor("てほしい", nth))?.start);
    // バスの便を増やし: 8 letters; the second line begins at 14, 公園を直し: 5; the fourth at 26, ・図書館を夜も開け: 9
    expect(places).toEqual([8, 14 + 5, 26 + 9]);
  });

  it("is lost when its words are gone, and found when only what is around changed", () => {
    const bus = anchor("バスの便を増やしてほしい");
    expect(spanOf("朝の電車とバスの便を増やしてほしい", bus)).toEqual({ start: 5, end: 17 });
    expect(spanOf("バスの便を減らさないでほしい", bus)).toBeUndefined();
  });

  it("of any stretch of any text is found at that stretch's words", () => {
    assert(
      property(string({ minLength: 1 }), nat(), nat(), (any, a, b) => {
        const start = a % any.length;
        const end = start + 1 + (b % (any.length - start));
        const found = spanOf(any, anchorOf(any, { start, end }));
        expect(found && any.slice(found.start, found.end)).toBe(any.slice(start, end));
      }),
    );
  });
});

function spoken(...anchors: Parameters<typeof uncovered>[1]): string[] {
  return uncovered(text, anchors).map(({ start, end }) => text.slice(start, end));
}

describe("what no anchor covers", () => {
  it("is each line that says something", () => {
    expect(spoken()).toEqual(["バスの便を増やしてほしい。", "公園を直してほしい。", "図書館を夜も開けてほしい。"]);
  });

  it("is nothing when only punctuation and list signs are left", () => {
    expect(
      spoken(anchor("バスの便を増やしてほしい"), anchor("公園を直してほしい"), anchor("図書館を夜も開けてほしい")),
    ).toEqual([]);
  });

  it("is the rest of a line, and counts overlapping anchors once", () => {
    expect(spoken(anchor("バスの便を増やし"), anchor("便を増やしてほしい"), anchor("公園を"))).toEqual([
      "直してほしい。",
      "図書館を夜も開けてほしい。",
    ]);
  });
});
