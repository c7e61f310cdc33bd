import { mkdtemp, mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownIdentity } from "./processes.ts";
import { alone, isUsedElsewhere, joinUsers } from "./sharing.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomoni-sharing-"));
  await mkdir(join(folder, "servers"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("another machine's entry counts while it is touched, and not once it was silent for more than 20 seconds", async () => {
  const entry = join(folder, "servers", "7-other.json");
  await writeFile(entry, JSON.stringify({ pid: 7, started: "", host: "another container" }));
  expect(await isUsedElsewhere(folder)).toBe(true);
  const silent = new Date(Date.now() - 21_000);
  await utimes(entry, silent, silent);
  expect(await isUsedElsewhere(folder)).toBe(false);
});

test("the entry of a process that is gone, or whose number another process has now, is removed", async () => {
  const membership = await joinUsers(folder);
  await writeFile(join(folder, "servers", "gone.json"), JSON.stringify({ ...ownIdentity(), pid: 4_000_000 }));
  await writeFile(join(folder, "servers", "reused.json"), JSON.stringify({ ...ownIdentity(), started: "1" }));
  expect(await membership.others()).toBe(false);
  expect(await readdir(join(folder, "servers"))).toHaveLength(1);
  await membership.leave();
});

test("starting and stopping is done by one at a time", async () => {
  let inside = 0;
  let most = 0;
  const visit = () =>
    alone(folder, async () => {
      most = Math.max(most, (inside += 1));
      await pause(5);
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 8 }, visit));
  expect(most).toBe(1);
});

test("the lock of a killed process is taken over", async () => {
  await writeFile(join(folder, "servers", "lock"), JSON.stringify({ ...ownIdentity(), pid: 4_000_000 }));
  expect(await alone(folder, async () => "done")).toBe("done");
  expect(await readdir(join(folder, "servers"))).toEqual([]);
});
