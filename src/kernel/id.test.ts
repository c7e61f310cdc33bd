import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { idMaker, isId, newId } from "./id.ts";

/** A clock that shows these milliseconds, one at each look, and then stays at the last. */
function clockOf(...milliseconds: [number, ...number[]]) {
  const left = [...milliseconds];
  return () => (left.length > 1 ? left.shift() : undefined) ?? left[0] ?? milliseconds[0];
}

const noon = 1_700_000_000_000; // hex 018bcfe56800
const timeOf = (id: string) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
const countOf = (id: string) => Number.parseInt(id.slice(15, 18), 16);
const zeros = (bytes: number) => Buffer.alloc(bytes);
const ones = (bytes: number) => Buffer.alloc(bytes, 0xff);
const many = (make: () => string, count: number) => Array.from({ length: count }, make);

describe("ids (UUIDv7)", () => {
  it("has the layout of RFC 9562: time, version 7, counter, variant 10, random", () => {
    // the seed is 0xffff & 0x7ff = 0x7ff; the rest is all ones behind the variant: 0xff & 0x3f | 0x80 = 0xbf
    expect(idMaker({ now: () => noon, random: ones })()).toBe("018bcfe5-6800-77ff-bfff-ffffffffffff");
    expect(isId(newId())).toBe(true);
    expect(isId("../etc/passwd")).toBe(false);
  });

  it("keeps the order of making for 100,000 ids in a tight loop", () => {
    const made = many(newId, 100_000);
    expect(made.filter((id, place) => place > 0 && !(id > (made[place - 1] ?? id)))).toEqual([]);
  });

  it("keeps the order within one millisecond, and borrows the next when the counter is full", () => {
    const made = many(idMaker({ now: () => noon, random: zeros }), 4_097);
    // counter 0 … 0xfff are 4,096 ids; the 4,097th begins again in the millisecond after
    expect([made.at(0), made.at(4_095), made.at(4_096)].map((id = "") => [timeOf(id), countOf(id)])).toEqual([
      [noon, 0],
      [noon, 0xfff],
      [noon + 1, 0],
    ]);
    expect(made.toSorted()).toEqual(made);
  });

  it("leaves at least 2,048 more ids to every millisecond, wherever its counter begins", () => {
    const made = many(idMaker({ now: () => noon, random: ones }), 2_050);
    // begins at 0x7ff = 2,047; 4,095 − 2,047 = 2,048 more ids follow in the same millisecond
    expect(made.filter((id) => timeOf(id) === noon)).toHaveLength(2_049);
  });

  it("is not led astray by a clock that is set back", () => {
    const make = idMaker({ now: clockOf(noon, noon - 3_600_000, noon - 1, noon + 5), random: randomBytes });
    const made = many(make, 4);
    expect(made.map(timeOf)).toEqual([noon, noon, noon, noon + 5]);
    expect(made.toSorted()).toEqual(made);
  });

  it("follows the clock from one millisecond to the next", () => {
    const made = many(idMaker({ now: clockOf(noon, noon + 1, noon + 100_000_000_000), random: ones }), 3);
    expect(made.map(timeOf)).toEqual([noon, noon + 1, noon + 100_000_000_000]);
  });
});
