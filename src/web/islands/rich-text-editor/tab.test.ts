import { getSchema } from "@tiptap/core";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { editorExtensions, handlesTab } from "./extensions.ts";

const schema = getSchema(editorExtensions(undefined));
const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const cell = (text: string) => ({ type: "tableCell", content: [paragraph(text)] });

/** The state with the cursor in the place that says so. */
function standingIn(words: string): EditorState {
  const table = { type: "table", content: [{ type: "tableRow", content: [cell("年度"), cell("内容")] }] };
  const doc = schema.nodeFromJSON({ type: "doc", content: [paragraph("前"), table, paragraph("後")] });
  let at = 0;
  doc.descendants((node, position) => {
    if (node.text === words) at = position;
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, at + 1) });
}

/** Where the cursor is after the key, and whether the browser moves the focus on. */
function press(words: string, key: { readonly shiftKey?: boolean; readonly isComposing?: boolean } = {}) {
  let state = standingIn(words);
  let isBrowsers = true;
  const event = { key: "Tab", shiftKey: false, isComposing: false, ...key, preventDefault: () => (isBrowsers = false) };
  const view = { state, dispatch: (step: typeof state.tr) => (state = state.apply(step)) };
  const isOurs = handlesTab(view, event);
  return { in: state.selection.$from.parent.textContent, isBrowsers, isOurs };
}

describe("Tab in the editor", () => {
  it("goes from cell to cell", () => {
    expect(press("年度")).toEqual({ in: "内容", isBrowsers: false, isOurs: true });
    expect(press("内容", { shiftKey: true })).toEqual({ in: "年度", isBrowsers: false, isOurs: true });
  });

  it("moves the focus on at the ends of a table and outside of it", () => {
    for (const [words, shiftKey] of [
      ["内容", false],
      ["年度", true],
      ["前", false],
    ] as const)
      expect(press(words, { shiftKey })).toEqual({ in: words, isBrowsers: true, isOurs: true });
  });

  it("leaves the key to an IME that is composing", () => {
    expect(press("年度", { isComposing: true }).isOurs).toBe(false);
  });
});
