import { describe, expect, it } from "vitest";
import { isTarget, sdgGoals, sdgTargets, targetsOf } from "./sdgs.ts";

/** Numbered and lettered targets of each goal, counted in the UN's list: 7 = 1.1–1.5 and 1.a–1.b. */
const scheme: readonly (readonly [numbered: number, lettered: number])[] = [
  [5, 2],
  [5, 3],
  [9, 4],
  [7, 3],
  [6, 3],
  [6, 2],
  [3, 2],
  [10, 2],
  [5, 3],
  [7, 3],
  [7, 3],
  [8, 3],
  [3, 2],
  [7, 3],
  [9, 3],
  [10, 2],
  [19, 0],
];

function officialCodes(): string[] {
  return scheme.flatMap(([numbered, lettered], index) => [
    ...Array.from({ length: numbered }, (_, number) => `${index + 1}.${number + 1}`),
    ...["a", "b", "c", "d"].slice(0, lettered).map((letter) => `${index + 1}.${letter}`),
  ]);
}

describe("the SDGs", () => {
  it("are 17 goals in order, each with names and a colour", () => {
    expect(sdgGoals.map((goal) => goal.number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    for (const goal of sdgGoals) expect(goal).toMatchObject({ color: expect.stringMatching(/^#[0-9a-f]{6}$/) });
    expect(new Set(sdgGoals.flatMap((goal) => [goal.name, goal.nameEn, goal.shortName])).size).toBe(51);
  });

  it("have 7 8 13 10 9 8 5 12 8 10 10 11 5 10 12 12 19 targets, 169 in all", () => {
    const counts = sdgGoals.map((goal) => targetsOf(goal.number).length);
    expect(counts).toEqual([7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19]);
    expect(sdgTargets).toHaveLength(169);
  });

  it("stand under their official codes in official order", () => {
    expect(sdgTargets.map((target) => target.code)).toEqual(officialCodes());
  });

  it("have a title of their own in both languages, short enough for one line", () => {
    expect(new Set(sdgTargets.map((target) => target.title)).size).toBe(169);
    expect(new Set(sdgTargets.map((target) => target.titleEn)).size).toBe(169);
    for (const { title, titleEn } of sdgTargets) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(titleEn.length).toBeLessThanOrEqual(60);
    }
  });

  it("know a target from what only looks like one", () => {
    expect(["1.a", "8.10", "17.19", "11.5"].every(isTarget)).toBe(true);
    expect(["17.20", "8.c", "0.1", "11", ""].some(isTarget)).toBe(false);
    expect(targetsOf(18)).toEqual([]);
  });
});
