import { describe, expect, it } from "vitest";
import { commandFor, draftCommandFor, typedCharacter, type KeyPress } from "./keys.ts";

/** A press from its usual spelling: press("Ctrl+Shift+Enter"). */
function press(spelling: string): KeyPress {
  const parts = spelling.split("+");
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key: parts.at(-1) ?? "",
    ctrlKey: has("Ctrl"),
    altKey: has("Alt"),
    shiftKey: has("Shift"),
    metaKey: has("Meta"),
  };
}

describe("the keys of the tree", () => {
  it.each([
    ["ArrowUp", "up"],
    ["ArrowRight", "openOrEnter"],
    ["ArrowLeft", "closeOrLeave"],
    ["Home", "first"],
    ["F2", "rename"],
    ["Enter", "rename"],
    ["Insert", "addSibling"],
    ["Ctrl+Enter", "addSibling"],
    ["Shift+Insert", "addChild"],
    ["Ctrl+Shift+Enter", "addChild"],
    ["Alt+ArrowUp", "moveUp"],
    ["Alt+ArrowRight", "indent"],
    ["Alt+ArrowLeft", "outdent"],
    ["Delete", "remove"],
    ["Ctrl+z", "undo"],
    ["Meta+z", "undo"],
    ["Ctrl+Z", "undo"],
    ["Shift+F10", "menu"],
  ] as const)("%s asks for %s", (spelling, command) => {
    expect(commandFor(press(spelling))).toBe(command);
  });

  it("leaves other chords to the browser", () => {
    expect(
      ["Ctrl+ArrowUp", "Ctrl+r", "Alt+Enter", "Tab", "F5", "Ctrl+Shift+z"].map((each) => commandFor(press(each))),
    ).toEqual(Array(6).fill(undefined));
  });

  it("takes a single character as the beginning of a name, not a chord, not a space", () => {
    expect(["1", "a", "防", "Ctrl+a", " ", "F3"].map((each) => typedCharacter(press(each)))).toEqual([
      "1",
      "a",
      "防",
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("typing a name in place", () => {
  it("saves with Enter and gives up with Escape", () => {
    expect(draftCommandFor({ key: "Enter", isComposing: false, keyCode: 13 })).toBe("commit");
    expect(draftCommandFor({ key: "Escape", isComposing: false, keyCode: 27 })).toBe("cancel");
  });

  it("leaves Enter and Escape to the input method while it composes", () => {
    expect(draftCommandFor({ key: "Enter", isComposing: true, keyCode: 13 })).toBeUndefined();
    expect(draftCommandFor({ key: "Enter", isComposing: false, keyCode: 229 })).toBeUndefined();
    expect(draftCommandFor({ key: "Escape", isComposing: true, keyCode: 27 })).toBeUndefined();
  });
});
