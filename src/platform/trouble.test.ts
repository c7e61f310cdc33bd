import { expect, test } from "vitest";
import { isUnstorable, outageOf, tellsOfFullDisk, Trouble, troubleOf } from "./trouble.ts";

/** An error with a code, as Node and PostgreSQL make them. */
function coded(code: string, cause?: unknown): Error {
  return Object.assign(new Error(`something with ${code}`, { cause }), { code });
}

test("a full disk is known by Node's code, by PostgreSQL's, and inside another error", () => {
  for (const error of [coded("ENOSPC"), coded("53100"), new Error("migration failed", { cause: coded("53100") })]) {
    expect(troubleOf(error)?.message).toMatch(/^ディスクの空きがありません。/);
    expect(outageOf(error)).toBe("fullDisk");
  }
});

test("a full disk is known by what PostgreSQL says of a file that it could not extend", () => {
  expect(tellsOfFullDisk('FATAL:  could not extend file "base/1/2691": No space left on device')).toBe(true);
  const half = 'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 10';
  expect(tellsOfFullDisk(`${half}\nHINT:  Check free disk space.`)).toBe(true);
  expect(tellsOfFullDisk("FATAL:  password authentication failed")).toBe(false);
});

test("a mistake of our own is no trouble of the world's, so it keeps its stack trace", () => {
  expect(troubleOf(new TypeError("undefined is not a function"))).toBeUndefined();
  expect(outageOf(coded("23505"))).toBeUndefined();
});

test("trouble says Japanese first, then English in brackets", () => {
  expect(new Trouble("ポートが使われています。", "in use").message).toBe("ポートが使われています。 (in use)");
});

test("a database that stops or restarts is an outage", () => {
  for (const code of ["ECONNREFUSED", "57P01", "57P03"]) expect(outageOf(coded(code))).toBe("databaseAway");
  const cut = new Error("Client has encountered a connection error and is not queryable");
  expect(outageOf(cut)).toBe("databaseAway");
});

test("a value that PostgreSQL cannot hold is told from a mistake of our own", () => {
  expect(isUnstorable(coded("22021"))).toBe(true);
  expect(isUnstorable(coded("42703"))).toBe(false);
});
