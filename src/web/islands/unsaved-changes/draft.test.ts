import { describe, expect, it } from "vitest";
import { draftKey, draftOf, keepDraft, keptDraft, removeDraftsOfOthers, type DraftShelf } from "./draft.ts";

function shelfOf(): DraftShelf & { readonly keys: () => string[] } {
  const lying = new Map<string, string>();
  return {
    getItem: (key) => lying.get(key) ?? null,
    setItem: (key, value) => void lying.set(key, value),
    removeItem: (key) => void lying.delete(key),
    key: (index) => [...lying.keys()][index] ?? null,
    get length() {
      return lying.size;
    },
    keys: () => [...lying.keys()],
  };
}

function formOf(...entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const key = draftKey("sato", "node-1");

describe("a draft in the browser", () => {
  it("keeps every field in its order and the version begun from, but not the one-time key", () => {
    const shelf = shelfOf();
    keepDraft(shelf, key, draftOf(formOf(["_key", "once"], ["version", "3"], ["term", "防災"], ["term", "減災"])));
    expect(keptDraft(shelf, key)).toEqual({
      version: "3",
      entries: [
        ["term", "防災"],
        ["term", "減災"],
      ],
      isSent: false,
    });
  });

  it("is nothing when what lies there cannot be read", () => {
    const shelf = shelfOf();
    for (const text of ["{", "null", '{"version":1,"entries":[]}', '{"version":"1","entries":[["a",2]]}']) {
      shelf.setItem(key, text);
      expect(keptDraft(shelf, key)).toBeUndefined();
    }
  });

  it("does without in a browser that is full", () => {
    const full: DraftShelf = {
      ...shelfOf(),
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    expect(keepDraft(full, key, { version: "1", entries: [], isSent: false })).toBe(false);
  });

  it("is gone for the next person at the same computer, and everyone's at the sign-out; nothing else is touched", () => {
    const shelf = shelfOf();
    shelf.setItem("something else", "1");
    keepDraft(shelf, key, { version: "1", entries: [], isSent: false });
    keepDraft(shelf, draftKey("sato-2", "node-1"), { version: "1", entries: [], isSent: false });
    removeDraftsOfOthers(shelf, "sato");
    expect(shelf.keys()).toEqual(["something else", key]);
    removeDraftsOfOthers(shelf, "");
    expect(shelf.keys()).toEqual(["something else"]);
  });
});
