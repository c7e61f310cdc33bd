import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { textDifference, type TextPiece } from "./text-difference.ts";

function marked(pieces: readonly TextPiece[]): string {
  const signs = { same: ["", ""], added: ["＋", "＋"], removed: ["−", "−"] } as const;
  return pieces.map(({ kind, text }) => signs[kind].join(text)).join("");
}

/** One of the two texts, put together from its pieces. */
function side(pieces: readonly TextPiece[], kind: TextPiece["kind"]): string {
  return pieces
    .filter((piece) => piece.kind === "same" || piece.kind === kind)
    .map((piece) => piece.text)
    .join("");
}

describe("the difference of two texts", () => {
  it("marks whole Japanese words, not letters", () => {
    expect(marked(textDifference("公園を整備します。", "公園と道路を整備します。"))).toBe(
      "公園＋と道路＋を整備します。",
    );
    expect(marked(textDifference("防災訓練を行う", "防災訓練を毎年行う"))).toBe("防災訓練を＋毎年＋行う");
  });

  it("shows a replaced word as removed, then added", () => {
    expect(marked(textDifference("目標は10人", "目標は20人"))).toBe("目標は−10−＋20＋人");
  });

  it("is nothing for equal texts and all for texts with nothing in common", () => {
    expect(textDifference("同じ", "同じ")).toEqual([{ kind: "same", text: "同じ" }]);
    expect(textDifference("", "")).toEqual([]);
    expect(marked(textDifference("", "新しい"))).toBe("＋新しい＋");
  });

  it("gives both texts back, whatever they are", () => {
    assert(
      property(string({ unit: "grapheme" }), string({ unit: "grapheme" }), (before, after) => {
        const pieces = textDifference(before, after);
        expect([side(pieces, "removed"), side(pieces, "added")]).toEqual([before, after]);
      }),
    );
  });
});
