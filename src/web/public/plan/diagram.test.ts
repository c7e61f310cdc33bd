import { describe, expect, it } from "vitest";
import { mihonSnapshot } from "../../../../test/support/snapshot.ts";
import { branchesOf } from "./branches.ts";
import { diagramOf, wrapped } from "./diagram.ts";

describe("the picture of the tree", () => {
  const { boxes, width, height, columns } = diagramOf(branchesOf(mihonSnapshot()));

  it("has one box for every branch, each inside the sheet", () => {
    expect(boxes).toHaveLength(mihonSnapshot().nodes.length);
    for (const box of boxes) {
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  it("lays no box over another", () => {
    for (const a of boxes)
      for (const b of boxes) {
        const isApart = a === b || a.x !== b.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(isApart, `${a.branch.node.code} and ${b.branch.node.code}`).toBe(true);
      }
  });

  it("names its columns after the levels", () => {
    expect(columns.map(({ name }) => name)).toEqual(["基本目標", "政策", "施策"]);
  });
});

describe("lines of text", () => {
  it("stay whole where there is room", () => expect(wrapped("地域の防災力", 6)).toEqual(["地域の防災力"]));

  it("are parted after 「、」 where both halves fit", () => {
    expect(wrapped("命と暮らしを守る、安全なまち", 10)).toEqual(["命と暮らしを守る、", "安全なまち"]);
  });

  it("are about equally long, without a lonely last sign", () => {
    expect(wrapped("学ぶ楽しさと健やかな成長を支える", 15)).toEqual(["学ぶ楽しさと健やか", "な成長を支える"]);
  });

  it("count half-width signs as a little over half", () => {
    // 8 × 0.58 = 4.64 full-width signs
    expect(wrapped("12345678", 5)).toHaveLength(1);
    expect(wrapped("12345678", 4.5).length).toBeGreaterThan(1);
  });
});
