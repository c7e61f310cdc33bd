import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sdgGoals, sdgTargets } from "#domain/plan/sdgs.ts";
import { inProject } from "#platform/files/project.ts";

interface PublishedGoal {
  readonly goal: number;
  readonly ja: string;
  readonly color: string;
  readonly targets: readonly { readonly code: string; readonly en: string }[];
}

const file = inProject("../shared/data/sdgs/sdgs-goals-targets.json");
const published = JSON.parse(readFileSync(file, "utf8")) as PublishedGoal[]; // the file's layout is stated beside it

it("has exactly the goals, colours and target codes of the published list", () => {
  for (const goal of published) {
    const ours = sdgGoals.find((each) => each.number === goal.goal);
    expect(ours).toMatchObject({ name: goal.ja, color: goal.color.toLowerCase() });
  }
  // The published file sorts codes as text (8.1, 8.10, 8.2), so only the sets are compared.
  const codes = published.flatMap((goal) => goal.targets.map((target) => target.code));
  expect(sdgTargets.map((target) => target.code).sort()).toEqual(codes.sort());
});

it("copies no target's official English wording", () => {
  const official = new Set(published.flatMap((goal) => goal.targets.map((target) => target.en.toLowerCase())));
  for (const target of sdgTargets) expect(official.has(target.titleEn.toLowerCase())).toBe(false);
});
