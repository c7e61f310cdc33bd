import { describe, expect, it } from "vitest";
import { chartOn, hasLoop, periodOn, withChange, withEnd, type Division, type DivisionPeriod } from "./division.ts";

function division(id: string, ...periods: readonly Partial<DivisionPeriod>[]): Division {
  const blank = {
    id: `${id}-1`,
    parentId: null,
    name: id,
    phone: "",
    email: "",
    position: 0,
    fromOn: "2020-04-01",
    untilOn: null,
  };
  return {
    id,
    version: 1,
    abolishedOn: null,
    periods: periods.length > 0 ? periods.map((each) => ({ ...blank, ...each })) : [blank],
  };
}

const change = { parentId: null, name: "総合政策課", phone: "", email: "", position: 0, fromOn: "2027-04-01" };

describe("a division", () => {
  it("keeps its old name for the days before a change", () => {
    const planning = division("企画課");
    const changed = withChange(planning, change, "new");
    if (!changed.ok) throw new Error(changed.refusal.message);
    const after = { ...planning, periods: changed.value };
    expect([periodOn(after, "2027-03-31")?.name, periodOn(after, "2027-04-01")?.name]).toEqual([
      "企画課",
      "総合政策課",
    ]);
  });

  it("is corrected in place when it already changes on that very day", () => {
    const twice = division("企画課", { untilOn: "2027-03-31" }, { id: "b", name: "政策課", fromOn: "2027-04-01" });
    const changed = withChange(twice, change, "new");
    expect(changed.ok && changed.value.map((period) => [period.id, period.name])).toEqual([
      ["企画課-1", "企画課"],
      ["b", "総合政策課"],
    ]);
  });

  it("keeps a later change when one is put before it", () => {
    const later = division("企画課", { untilOn: "2028-03-31" }, { id: "b", name: "未来課", fromOn: "2028-04-01" });
    const changed = withChange(later, change, "new");
    expect(changed.ok && changed.value.map((period) => [period.name, period.fromOn, period.untilOn])).toEqual([
      ["企画課", "2020-04-01", "2027-03-31"],
      ["総合政策課", "2027-04-01", "2028-03-31"],
      ["未来課", "2028-04-01", null],
    ]);
  });

  it("cannot change before it existed, nor end before a change that is already entered", () => {
    expect(withChange(division("企画課"), { ...change, fromOn: "2019-04-01" }, "new").ok).toBe(false);
    const later = division("企画課", { untilOn: "2028-03-31" }, { id: "b", fromOn: "2028-04-01" });
    expect(withEnd(later, "2027-04-01").ok).toBe(false);
    expect(withEnd(later, "2029-04-01").ok).toBe(true);
  });
});

describe("the organisation chart of a day", () => {
  const divisions = [
    division("企画課", { parentId: "総務部", position: 2 }),
    division("総務部", { position: 1 }),
    division("秘書課", { parentId: "総務部", position: 1 }),
    division("旧課", { untilOn: "2025-03-31" }),
  ];

  it("lists each division before those below it, by position, and leaves out what is no more", () => {
    expect(chartOn(divisions, "2026-11-22").map((each) => [each.depth, each.path])).toEqual([
      [0, "総務部"],
      [1, "総務部 秘書課"],
      [1, "総務部 企画課"],
    ]);
  });

  it("puts at the top what stood below a division that is no more", () => {
    const orphan = division("防災課", { parentId: "旧課" });
    expect(chartOn([...divisions, orphan], "2026-11-22").find((each) => each.id === "防災課")?.depth).toBe(0);
  });

  it("sees a loop on a later day too", () => {
    const a = division("a", { untilOn: "2027-03-31" }, { id: "a2", parentId: "b", fromOn: "2027-04-01" });
    const b = division("b", { parentId: "a" });
    expect(hasLoop([a, b], "2026-11-22")).toBe(true);
    expect(hasLoop([division("a"), b], "2026-11-22")).toBe(false);
  });
});
