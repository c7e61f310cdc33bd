import { describe, expect, it } from "vitest";
import { levelPresets } from "../plan.ts";
import { orderFaults, rebasingDraft, targetsOutside, type DraftNode, type Fate, type RebasingOrder } from "./draft.ts";

/** An old tree by its codes: 「1」, 「1-1」, 「1-1-1」. */
const codes = ["1", "1-1", "1-1-1", "1-1-2", "1-2", "1-2-1", "2", "2-1", "2-1-1", "3", "3-1", "3-1-1"];
const old = codes.map((code) => ({
  id: code,
  code,
  title: `項目${code}`,
  keyword: "",
  depth: code.split("-").length,
  parentId: code.includes("-") ? code.slice(0, code.lastIndexOf("-")) : null,
  position: Number(code.at(-1)) - 1,
}));

const goal = (index: number): Fate => ({ kind: "goal", goal: index });
const ends: Fate = { kind: "end" };

function orderOf(goals: readonly string[], fates: Readonly<Record<string, Fate>>): RebasingOrder {
  return {
    name: "第3次計画",
    slug: "2030",
    kind: "basicPlan",
    vision: "",
    summary: "",
    startYear: 2030,
    endYear: 2034,
    levels: levelPresets[0]?.levels ?? [],
    goals: goals.map((title) => ({ title, keyword: "" })),
    fates: new Map(Object.entries(fates)),
    takes: { texts: true, relatedPlans: true, sdgs: true },
    indicators: "within",
  };
}

function outline(nodes: readonly DraftNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${"  ".repeat(depth)}${node.title} ← ${node.fromId ?? "−"}`,
    ...outline(node.children, depth + 1),
  ]);
}

const linksOf = (draft: ReturnType<typeof rebasingDraft>) =>
  draft.links.map(({ oldNodeId, newKey, kind }) => `${oldNodeId ?? ""}→${newKey ?? ""} ${kind}`);

describe("the draft of a re-basing", () => {
  it("carries whole branches under the goals they were given", () => {
    const draft = rebasingDraft(old, orderOf(["安全", "福祉"], { 1: goal(0), 2: goal(1), 3: goal(1) }));
    expect(outline(draft.nodes)).toEqual([
      "安全 ← 1",
      "  項目1-1 ← 1-1",
      "    項目1-1-1 ← 1-1-1",
      "    項目1-1-2 ← 1-1-2",
      "  項目1-2 ← 1-2",
      "    項目1-2-1 ← 1-2-1",
      "福祉 ← −", // two old goals became it: it takes the words of neither
      "  項目2-1 ← 2-1",
      "    項目2-1-1 ← 2-1-1",
      "  項目3-1 ← 3-1",
      "    項目3-1-1 ← 3-1-1",
    ]);
    expect(linksOf(draft).slice(0, 3)).toEqual(["1→goal-0 continue", "2→goal-1 merge", "3→goal-1 merge"]);
    expect(draft.ended).toEqual([]);
  });

  it("splits a goal whose policies go apart, and names a goal that nothing old becomes as new", () => {
    const fates = { 1: { kind: "apart" } as const, "1-1": goal(0), "1-2": goal(1), 2: goal(1), 3: goal(1) };
    const draft = rebasingDraft(old, orderOf(["防災", "暮らし", "デジタル"], fates));
    expect(outline(draft.nodes).filter((line) => !line.startsWith(" "))).toEqual([
      "防災 ← 1",
      "暮らし ← −",
      "デジタル ← −",
    ]);
    expect(linksOf(draft)).toContain("1→goal-0 split");
    expect(linksOf(draft)).toContain("→goal-2 new");
  });

  it("ends what is said to end with all below it, and lets a policy leave a goal that ends", () => {
    const fates = { 1: ends, "1-2": goal(0), 2: goal(0), "2-1-1": ends, 3: ends };
    const draft = rebasingDraft(old, orderOf(["ひとつ"], fates));
    expect(outline(draft.nodes)).toEqual(["ひとつ ← −", "  項目1-2 ← 1-2", "    項目1-2-1 ← 1-2-1", "  項目2-1 ← 2-1"]);
    expect(draft.ended).toEqual(["1-1", "1-1-1", "1-1-2", "2-1-1", "3", "3-1", "3-1-1"]);
    expect(linksOf(draft)).toContain("1→goal-0 merge"); // the goal lives on in the policy that left it
  });

  it("leaves what lies below the new plan's levels in the old plan, without saying that it ends", () => {
    const order = {
      ...orderOf(["ひとつ"], { 1: goal(0), 2: goal(0), 3: goal(0) }),
      levels: levelPresets[0]?.levels.slice(0, 2) ?? [],
    };
    const draft = rebasingDraft(old, order);
    expect(draft.tooDeep).toEqual(["1-1-1", "1-1-2", "1-2-1", "2-1-1", "3-1-1"]);
    expect(draft.ended).toEqual([]);
  });

  it("accounts for every old node of its levels, whatever is chosen", () => {
    const choices: readonly (Fate | undefined)[] = [undefined, goal(0), goal(1), ends, { kind: "apart" }];
    for (let seed = 0; seed < 200; seed++) {
      const fates = Object.fromEntries(
        codes.flatMap((code, index) => {
          const fate = choices[(seed * 7 + index * (seed + 3)) % choices.length];
          return fate ? [[code, fate]] : [];
        }),
      );
      const draft = rebasingDraft(old, orderOf(["甲", "乙"], fates));
      const told = new Set(draft.links.map((link) => link.oldNodeId).filter((id) => id !== null));
      expect([...told].sort()).toEqual(codes);
    }
  });
});

describe("an order of a re-basing", () => {
  it("wants a goal, known goals to go to, and everything that a plan wants", () => {
    expect(orderFaults(orderOf([], {}))).toMatchObject({ fields: { goals: expect.any(String) } });
    expect(orderFaults(orderOf(["甲"], { 1: goal(1) }))).toMatchObject({ fields: { "fate-1": expect.any(String) } });
    expect(orderFaults({ ...orderOf(["甲"], {}), endYear: 2029 })).toMatchObject({
      fields: { endYear: expect.any(String) },
    });
    expect(orderFaults(orderOf(["甲"], { 1: goal(0) }))).toBeUndefined();
  });
});

describe("a changed period", () => {
  it("names the targets before it begins and after it ends", () => {
    const indicator = {
      id: "i",
      nodeId: "n",
      code: "1-①",
      name: "率",
      targets: [{ year: 2026 }, { year: 2028 }, { year: 2032 }],
    };
    expect(targetsOutside([indicator], { startYear: 2027, endYear: 2031 }).map(({ years }) => years)).toEqual([
      [2026, 2032],
    ]);
    expect(targetsOutside([indicator], { startYear: 2026, endYear: 2032 })).toEqual([]);
  });
});
