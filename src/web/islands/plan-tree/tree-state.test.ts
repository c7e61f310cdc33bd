import { describe, expect, it } from "vitest";
import { treeBranch as branch, treeRow as row } from "../../../../test/support/tree-rows.ts";
import type { Branch } from "./protocol.ts";
import { treeAfter, treeOf, type TreeState } from "./tree-state.ts";
import { visibleLines } from "./visible.ts";

const roots = branch(null, "1", "2", "3");
const below1 = branch("1", "1-1", "1-2", "1-3");
const below11 = branch("1-1", "1-1-1");

/** The screen as an indented outline: 「▾」 open, 「>」 where the person stands. */
function outline(state: TreeState): string[] {
  return visibleLines(state).map((line) => {
    if (line.kind === "draft") return `${"  ".repeat(line.level - 1)}＿`;
    return `${"  ".repeat(line.level - 1)}${line.isOpen ? "▾" : ""}${line.id}${state.current === line.id ? " >" : ""}`;
  });
}

const opened = (state: TreeState, ...branches: Branch[]) =>
  branches.reduce(
    (now, each) =>
      treeAfter(treeAfter(now, { type: "loaded", branches: [each] }), { type: "opened", ids: [each.parentId ?? ""] }),
    state,
  );

const tree = () => opened(treeOf([roots], [], null), below1, below11);
const on = (id: string) => treeAfter(tree(), { type: "stoodOn", id });
const saved = (state: TreeState, id: string | null, ...branches: Branch[]) =>
  treeAfter(state, { type: "saved", branches, id, savedAt: "10:32" });

describe("the state of the tree", () => {
  it("begins at the first root, with closed branches", () => {
    expect(outline(treeOf([roots], [], null))).toEqual(["1 >", "2", "3"]);
  });

  it("begins where the address points, along an opened path", () => {
    expect(outline(treeOf([roots, below1], ["1"], "1-2"))).toEqual(["▾1", "  1-1", "  1-2 >", "  1-3", "2", "3"]);
  });

  it("shows nothing below a branch that is open but not loaded yet", () => {
    expect(outline(treeOf([roots], ["2"], null))).toEqual(["1 >", "2", "3"]);
  });

  it("takes the person out of a branch that closes around them", () => {
    const inside = treeAfter(tree(), { type: "stoodOn", id: "1-1-1" });
    expect(outline(treeAfter(inside, { type: "closed", id: "1" }))).toEqual(["1 >", "2", "3"]);
  });

  it("keeps the branches inside a closed one open for the next time", () => {
    const closed = treeAfter(tree(), { type: "closed", id: "1" });
    expect(outline(treeAfter(closed, { type: "opened", ids: ["1"] }))).toEqual([
      "▾1 >",
      "  ▾1-1",
      "    1-1-1",
      "  1-2",
      "  1-3",
      "2",
      "3",
    ]);
  });

  it("shows the field for a new node below the whole branch of the one before it", () => {
    const draft = treeAfter(tree(), {
      type: "draftBegun",
      draft: { kind: "add", parentId: "1", afterId: "1-1", text: "" },
    });
    expect(outline(draft)).toEqual(["▾1 >", "  ▾1-1", "    1-1-1", "  ＿", "  1-2", "  1-3", "2", "3"]);
  });

  it("stands on a node after it was saved, and opens the way to it", () => {
    const added = saved(treeOf([roots, below1], [], null), "1-4", branch("1", "1-1", "1-2", "1-3", "1-4"));
    expect(outline(added)).toEqual(["▾1", "  1-1", "  1-2", "  1-3", "  1-4 >", "2", "3"]);
    expect(added).toMatchObject({ draft: null, savedAt: "10:32" });
  });

  it("carries an opened branch along when its node moves", () => {
    const moved = saved(
      tree(),
      "1-1",
      { parentId: null, rows: [row("1", null), row("1-1", null), row("2", null), row("3", null)] },
      branch("1", "1-2", "1-3"),
    );
    expect(outline(moved)).toEqual(["▾1", "  1-2", "  1-3", "▾1-1 >", "  1-1-1", "2", "3"]);
  });

  it("stands on the next sibling after a removal, on the one before when the last went, on the parent when none is left", () => {
    expect(saved(on("1-2"), null, branch("1", "1-1", "1-3")).current).toBe("1-3");
    expect(saved(on("1-3"), null, branch("1", "1-1", "1-2")).current).toBe("1-2");
    expect(saved(on("1-1-1"), null, branch("1-1")).current).toBe("1-1");
  });

  it("stands on what was added to an empty plan", () => {
    expect(saved(treeOf([branch(null)], [], null), "1", branch(null, "1")).current).toBe("1");
  });

  it("forgets nodes that left every branch", () => {
    const gone = saved(tree(), null, branch(null, "2", "3"));
    expect([...gone.rows.keys()]).toEqual(["2", "3"]);
    expect([...gone.branches.keys()]).toEqual([""]);
  });

  it("keeps the row objects that did not change, so that only changed lines are drawn again", () => {
    const before = tree();
    const after = saved(before, "1-2", {
      parentId: "1",
      rows: [row("1-1", "1", { children: 1 }), row("1-2", "1", { title: "新しい", version: 2 }), row("1-3", "1")],
    });
    expect(after.rows.get("1-1")).toBe(before.rows.get("1-1"));
    expect(after.rows.get("1-2")).toMatchObject({ title: "新しい", version: 2 });
  });

  it("keeps what was typed when an act is refused, and shows the branch as it is now", () => {
    const typed = treeAfter(tree(), { type: "draftBegun", draft: { kind: "rename", id: "1-2", text: "私の名前" } });
    const refusal = { message: "ほかの人が先に変えました。", remedy: "いまの内容を見て、もう一度変えてください。" };
    const now = {
      parentId: "1",
      rows: [row("1-1", "1"), row("1-2", "1", { title: "ほかの人の名前", version: 2 }), row("1-3", "1")],
    };
    const refused = treeAfter(typed, { type: "refused", id: "1-2", refusal, branches: [now] });
    expect(refused.draft).toMatchObject({ text: "私の名前" });
    expect(refused.rows.get("1-2")?.version).toBe(2);
    expect(refused.refusal).toMatchObject({ id: "1-2", ...refusal });
  });
});
