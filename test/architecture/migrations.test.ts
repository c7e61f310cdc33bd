import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { grouped } from "#kernel/grouped.ts";

/** Shipped under one number before this rule; a migration keeps its name for ever. */
const sharedBefore = ["0018", "0021", "0033"];

it("every migration of a city has a number of its own", () => {
  const files = readdirSync("db/migrations").filter((name) => name.endsWith(".sql"));
  expect(files.length).toBeGreaterThan(30);
  const shared = [...grouped(files, (name) => name.slice(0, 4))].filter(([, names]) => names.length > 1);
  expect(shared.map(([number]) => number)).toEqual(sharedBefore);
});
