import { describe, expect, it } from "vitest";
import type { NodeContent } from "#domain/plan/index.ts";
import { richTextOf, type RichText } from "#kernel/rich-text.ts";
import { nodeInForm } from "./node-form.ts";
import { patternOf, patternWords } from "./pattern-words.ts";

const withHeading: RichText = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "現状" }] },
    { type: "paragraph", content: [{ type: "text", text: "人口が減っています。", marks: [{ type: "bold" }] }] },
  ],
};

const page: NodeContent = {
  title: "防災",
  keyword: "防災",
  code: "1-1-1",
  divisionId: null,
  relatedDivisionIds: [],
  isPriority: true,
  fields: { vision: richTextOf("備える"), currentState: withHeading },
  relatedPlans: [{ name: "地域防災計画", period: "" }],
  terms: [],
};

function sent(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("the form of a node", () => {
  it("leaves alone what it does not hold", () => {
    expect(nodeInForm(sent({ vision: "備える" }), page)).toEqual({ content: page, faults: {}, typed: {} });
  });

  it("without script, keeps a text that was not changed, its headings and bold when it was, and makes lists of 「・」", () => {
    const shown = "## 現状\r\n**人口が減っています。**";
    const read = nodeInForm(sent({ currentState: shown, direction: "・訓練\r\n・備蓄" }), page).content;
    expect(read.fields.currentState).toBe(withHeading);
    const changed = nodeInForm(sent({ currentState: `${shown}\r\n備えます。` }), page).content.fields.currentState;
    expect(changed?.content).toEqual([
      ...withHeading.content,
      { type: "paragraph", content: [{ type: "text", text: "備えます。" }] },
    ]);
    expect(read.fields.direction).toEqual(richTextOf("・訓練\n・備蓄"));
  });

  it("without script, names the line that cannot be read, and shows the text as it was typed", () => {
    const { faults, typed } = nodeInForm(sent({ direction: "訓練します。\n**備えます" }), page);
    expect(faults["direction"]).toContain("の2行目：「**」が閉じられていません");
    expect(typed).toEqual({ direction: "訓練します。\n**備えます" });
  });

  it("takes the editor's JSON, and only the parts that a plan's text may have", () => {
    const json = JSON.stringify({ type: "doc", content: [{ type: "orderedList", attrs: { start: 1 }, content: [] }] });
    expect(nodeInForm(sent({ "vision.json": json }), page).content.fields.vision).toEqual({
      type: "doc",
      content: [{ type: "orderedList", content: [] }],
    });
    const script = JSON.stringify({ type: "doc", content: [{ type: "script" }] });
    const refused = nodeInForm(sent({ "vision.json": script }), page);
    expect(refused.faults["vision"]).toContain("目指す姿に、使えない書式");
    expect(refused.content.fields.vision).toEqual(page.fields.vision);
  });

  it("takes a chosen side of a comparison, also an empty one", () => {
    const read = nodeInForm(sent({ "title.json": '"減災"', "vision.json": "null", "terms.json": "[]" }), page).content;
    expect([read.title, read.fields.vision, read.terms]).toEqual(["減災", undefined, []]);
  });

  it("reads an unchecked mark of priority as none only where the mark was shown", () => {
    expect(nodeInForm(sent({ vision: "備える" }), page).content.isPriority).toBe(true);
    expect(nodeInForm(sent({ _heading: "1", title: "防災" }), page).content.isPriority).toBe(false);
  });
});

describe("a code pattern", () => {
  it("is typed in Japanese signs and kept in the code's", () => {
    expect(patternWords("{parent}-{nn}")).toBe("{上}-{順2桁}");
    expect(patternOf("第｛順｝章")).toBe("第{n}章");
    expect(patternOf(patternWords("{parent}-{n}"))).toBe("{parent}-{n}");
  });
});
