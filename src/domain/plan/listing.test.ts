import { expect, it } from "vitest";
import { listingPlaces } from "./listing.ts";

const place = (id: string, parentId: string | null, depth: number) => ({ id, parentId, depth, position: 0, code: id });

const tree = [
  place("1", null, 1),
  place("1-1", "1", 2),
  place("1-2", "1", 2),
  place("2", null, 1),
  place("2-1", "2", 2),
  place("2-1-1", "2-1", 3),
];

it("a node may also be listed under every node one level above it, except its own parent", () => {
  expect(listingPlaces(tree, "2-1-1").map(({ id }) => id)).toEqual(["1-1", "1-2"]);
  expect(listingPlaces(tree, "1-1").map(({ id }) => id)).toEqual(["2"]);
});

it("a node at the top, or one that is not there, has no other place", () => {
  expect(listingPlaces(tree, "1")).toEqual([]);
  expect(listingPlaces(tree, "9")).toEqual([]);
});
