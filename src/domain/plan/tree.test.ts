import { array, assert, nat, property, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { lines, outlineText } from "../../../test/support/plan.ts";
import { codeByPattern, freeIndicatorCode, indicatorCode, isCode } from "./code-pattern.ts";
import {
  changedPlaces,
  codeForNew,
  indentTarget,
  inOrder,
  moved,
  outdentTarget,
  renumbering,
  without,
  type TreeNode,
} from "./tree.ts";

type Named = TreeNode & { readonly title: string };

/** A tree written as an indented outline; ids are the titles. */
function treeOf(text: string): Named[] {
  const nodes: Named[] = [];
  for (const line of lines(text).split("\n")) {
    const depth = (line.length - line.trimStart().length) / 2 + 1;
    const [code = "", title = ""] = line.trim().split(" ");
    const parentId = nodes.findLast((node) => node.depth === depth - 1)?.id ?? null;
    const position = nodes.filter((node) => node.parentId === parentId && node.depth === depth).length;
    nodes.push({ id: title, title, code, depth, parentId, position });
  }
  return nodes;
}

function after(
  nodes: readonly Named[],
  id: string,
  place: { parentId: string | null; position: number } | undefined,
): string {
  if (!place) return "nowhere";
  const result = moved(nodes, id, { place, levels: 3 });
  return result.ok ? outlineText(inOrder(result.value)) : result.refusal.code;
}

const tree = treeOf(`
  1 安全
    1-1 防災
      1-1-1 訓練
      1-1-2 備蓄
    1-2 消防
  2 福祉
`);

const level = (depth: number, codePattern: string) => ({
  depth,
  codePattern,
  name: "",
  evaluator: "",
  hasPage: false,
});

function expectWhole(nodes: readonly Named[], ids: readonly string[]): void {
  expect(
    inOrder(nodes)
      .map((node) => node.id)
      .sort(),
  ).toEqual([...ids].sort()); // reached from the top: none lost, no cycle
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) {
    expect(node.depth).toBe((byId.get(node.parentId ?? "")?.depth ?? 0) + 1);
    expect(node.depth).toBeLessThanOrEqual(3);
    const siblings = nodes.filter((each) => each.parentId === node.parentId).map((each) => each.position);
    expect(siblings.sort((a, b) => a - b)).toEqual(siblings.map((_, index) => index));
  }
}

describe("moving in the tree", () => {
  it("takes a branch along with all below it", () => {
    expect(after(tree, "防災", { parentId: "福祉", position: 0 })).toBe(
      lines(`
        1 安全
          1-2 消防
        2 福祉
          1-1 防災
            1-1-1 訓練
            1-1-2 備蓄
      `),
    );
  });

  it("reorders among siblings, counting positions without the node itself", () => {
    const reordered = after(tree, "防災", { parentId: "安全", position: 1 });
    expect(reordered.split("\n")[1]).toBe("  1-2 消防");
  });

  it("is refused into the node's own branch, under what is gone, and deeper than the levels", () => {
    expect(after(tree, "安全", { parentId: "訓練", position: 0 })).toBe("intoItself");
    expect(after(tree, "安全", { parentId: "港湾", position: 0 })).toBe("gone");
    expect(after(tree, "防災", { parentId: "消防", position: 0 })).toBe("tooDeep");
  });

  it("indents under the sibling above, as its last child, and not where there is none", () => {
    expect(indentTarget(tree, "消防")).toEqual({ parentId: "防災", position: 2 });
    expect(indentTarget(tree, "防災")).toBeUndefined();
  });

  it("outdents behind the parent, and not from the top", () => {
    expect(outdentTarget(tree, "訓練")).toEqual({ parentId: "安全", position: 1 });
    expect(outdentTarget(tree, "福祉")).toBeUndefined();
  });

  it("tells only the nodes whose place changed", () => {
    const result = moved(tree, "消防", { place: { parentId: "安全", position: 0 }, levels: 3 });
    expect(
      result.ok &&
        changedPlaces(tree, result.value)
          .map((node) => node.id)
          .sort(),
    ).toEqual(["消防", "防災"].sort());
  });

  it("closes the gap where a branch was taken away", () => {
    const left = without(tree, "防災");
    expect(outlineText(inOrder(left))).toBe("1 安全\n  1-2 消防\n2 福祉");
    expect(left.find((node) => node.id === "消防")?.position).toBe(0);
  });
});

describe("renumbering", () => {
  it("gives each node the code of its place, and names only what changes", () => {
    const result = moved(tree, "消防", { place: { parentId: "安全", position: 0 }, levels: 3 });
    const changes = renumbering(result.ok ? result.value : [], [
      level(1, "{n}"),
      level(2, "{parent}-{n}"),
      level(3, "{parent}-{n}"),
    ]);
    expect(changes).toEqual([
      { id: "消防", from: "1-2", to: "1-1" },
      { id: "防災", from: "1-1", to: "1-2" },
      { id: "訓練", from: "1-1-1", to: "1-2-1" },
      { id: "備蓄", from: "1-1-2", to: "1-2-2" },
    ]);
  });

  it("leaves nodes of a level without a pattern without a code", () => {
    expect(renumbering(treeOf("1 安全\n  1-1 防災"), [level(1, ""), level(2, "({n})")])).toEqual([
      { id: "安全", from: "1", to: "" },
      { id: "防災", from: "1-1", to: "(1)" },
    ]);
  });

  it("follows patterns with two digits and words, and drops what would join to no code above", () => {
    expect(codeByPattern("{parent}-{nn}", "1-1-2", 1)).toBe("1-1-2-01");
    expect(codeByPattern("第{n}章", "", 3)).toBe("第3章");
    expect(codeByPattern("{parent}-{n}", "", 4)).toBe("4");
  });

  it("gives a new node the next number that nobody has", () => {
    expect(codeForNew(tree, { parentId: "安全", pattern: "{parent}-{n}" })).toBe("1-3");
    const taken = treeOf("1 安全\n  1-2 消防\n2 福祉\n  1-3 防災");
    expect(codeForNew(taken, { parentId: "安全", pattern: "{parent}-{n}" })).toBe("1-4");
  });

  it("keeps out of codes what would break an address", () => {
    expect(["1-1", "第3章", "Ⅰ", ""].every(isCode)).toBe(true);
    expect(["1/1", "1 1", "1?", "a#b", "50%"].some(isCode)).toBe(false);
  });

  it("numbers indicators with circled digits up to twenty", () => {
    expect(indicatorCode("1-1-1", 2)).toBe("1-1-1-②");
    expect(indicatorCode("", 21)).toBe("(21)");
    expect(freeIndicatorCode("1-1-1", new Set(["1-1-1-①", "1-1-1-③"]))).toBe("1-1-1-②");
  });
});

describe("whatever is moved wherever", () => {
  /** A tree of 2 to 30 nodes over at most three levels, each under an earlier one. */
  const anyTree = array(nat(), { minLength: 2, maxLength: 30 }).map((choices) => {
    const nodes: Named[] = [];
    for (const [index, choice] of choices.entries()) {
      const parents = [null, ...nodes.filter((node) => node.depth < 3)];
      const parent = parents[choice % parents.length] ?? null;
      const position = nodes.filter((node) => node.parentId === (parent?.id ?? null)).length;
      const id = `n${index}`;
      nodes.push({
        id,
        title: id,
        code: String(index),
        depth: (parent?.depth ?? 0) + 1,
        parentId: parent?.id ?? null,
        position,
      });
    }
    return nodes;
  });

  const anyMoves = array(tuple(nat(), nat(), nat(40)), { minLength: 1, maxLength: 12 });

  it("no node is lost, none stands below itself, every depth is right, siblings count 0, 1, 2 …", () => {
    assert(
      property(anyTree, anyMoves, (start, moves) => {
        const ids = start.map((node) => node.id);
        let nodes = start;
        for (const [who, where, position] of moves) {
          const id = ids[who % ids.length] ?? "";
          const parentId = [null, ...ids][where % (ids.length + 1)] ?? null;
          const places = [{ parentId, position }, indentTarget(nodes, id), outdentTarget(nodes, id)];
          const place = places[where % 3];
          const result = place ? moved(nodes, id, { place, levels: 3 }) : undefined;
          if (result?.ok) nodes = result.value;
          expectWhole(nodes, ids);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("moving back restores the tree", () => {
    assert(
      property(anyTree, nat(), nat(), (nodes, who, where) => {
        const node = nodes[who % nodes.length];
        const target = [null, ...nodes][where % (nodes.length + 1)]?.id ?? null;
        const there = node && moved(nodes, node.id, { place: { parentId: target, position: where % 5 }, levels: 3 });
        if (!node || !there?.ok) return;
        const back = moved(there.value, node.id, { place: node, levels: 3 });
        expect(back.ok && outlineText(inOrder(back.value))).toBe(outlineText(inOrder(nodes)));
      }),
      { numRuns: 200 },
    );
  });

  it("renumbering twice changes nothing the second time, and no two nodes share a code", () => {
    const levels = ["{n}", "{parent}-{n}", "{parent}-{n}"].map((codePattern, index) => ({
      depth: index + 1,
      codePattern,
      name: "",
      evaluator: "",
      hasPage: false,
    }));
    assert(
      property(anyTree, (nodes) => {
        const codes = new Map(renumbering(nodes, levels).map((change) => [change.id, change.to]));
        const renumbered = nodes.map((node) => ({ ...node, code: codes.get(node.id) ?? node.code }));
        expect(renumbering(renumbered, levels)).toEqual([]);
        expect(new Set(renumbered.map((node) => node.code)).size).toBe(nodes.length);
      }),
      { numRuns: 200 },
    );
  });
});
