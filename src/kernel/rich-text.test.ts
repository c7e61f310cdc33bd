import { describe, expect, it } from "vitest";
import { richTextSchema } from "./rich-text.ts";

/** Lists one in another, with a word in the innermost. */
function nested(lists: number): string {
  const item = '{"type":"bulletList","content":[{"type":"listItem","content":[';
  const word = '{"type":"paragraph","content":[{"type":"text","text":"底"}]}';
  return `{"type":"doc","content":[${item.repeat(lists)}${word}${"]}]}".repeat(lists)}]}`;
}

function isTaken(lists: number): boolean {
  return richTextSchema.safeParse(JSON.parse(nested(lists))).success;
}

describe("rich text that was sent", () => {
  it("is taken with lists in lists as a person writes them, and refused when nested without end", () => {
    expect([0, 1, 8].map((lists) => isTaken(lists))).toEqual([true, true, true]);
    expect([40, 300, 5_000].map((lists) => isTaken(lists))).toEqual([false, false, false]);
  });
});
