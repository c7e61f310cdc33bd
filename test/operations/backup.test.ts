import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openContext, record, systemActor, verifyChain } from "#domain/audit/index.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/id.ts";
import { restoreBackup, takeBackup, verifyBackup } from "#platform/database/backup/index.ts";
import {
  createMunicipality,
  openDatabase,
  startEmbedded,
  type Database,
  type Embedded,
  type Municipality,
} from "#platform/database/index.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { enqueueJob } from "#platform/jobs/index.ts";
import { migrationFolders } from "#house.ts";

vi.setConfig({ testTimeout: 90_000 }); // starting servers is slow on a busy machine

let folder: string;
let embedded: Embedded;
let live: Database;
let city: Municipality;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomoni-backup-"));
  embedded = await startEmbedded(folder);
  live = openDatabase(embedded.url);
  await upgradeAll(live, migrationFolders);
  const hosts = ["plan.example.jp"];
  city = await createMunicipality(live, { code: "202185", name: "千曲市", hosts, isDefault: true }, migrationFolders);
  for (let count = 0; count < 50; count += 1) await save();
});

afterAll(async () => {
  await live.close();
  await embedded.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** One act as the software does it: a row and its event in one transaction. */
async function save(): Promise<void> {
  const actor = systemActor("試験");
  const ctx = openContext({ database: live, municipality: city, actor, clock: systemClock });
  await ctx.transaction(async (tx) => {
    const id = newId();
    await tx.insertInto("division").values({ id }).execute();
    const name = "企画課\t「タブ」\n改行\\N \\. バックスラッシュ\\ と絵文字🏯";
    await tx
      .insertInto("division_period")
      .values({ id: newId(), division_id: id, name, from_on: "2026-04-01" })
      .execute();
    await record(tx, ctx, "test.division.made", { division: id });
  });
}

async function emptyDatabase(name: string): Promise<Database> {
  await live.pool.query(`create database ${name}`);
  return openDatabase(embedded.url.replace(/\/postgres$/, `/${name}`));
}

describe("a backup", () => {
  test(
    "taken while people save restores to the same counts, and the audit chain verifies",
    { timeout: 60_000 },
    async () => {
      const file = join(folder, "under-load.tar.gz");
      const busy = new AbortController();
      const people = Array.from({ length: 4 }, async () => {
        for (;;) {
          if (busy.signal.aborted) return;
          await save();
        }
      });
      const manifest = await takeBackup(live, file, "0.0.0");
      busy.abort();
      await Promise.all(people);

      const restored = await emptyDatabase("under_load");
      await restoreBackup(restored, file, migrationFolders);
      const events = manifest.tables.find((table) => table.name === "event")?.rows ?? 0;
      expect(events).toBeGreaterThanOrEqual(50);
      expect(manifest.tables.find((table) => table.name === "division")?.rows).toBe(events); // each act wrote one of each
      expect(await verifyChain(restored.inCity(city.schema))).toEqual({ events });
      const counted = await restored.pool.query(`select count(*) from ${city.schema}.division_period`);
      expect(counted.rows[0].count).toBe(events);
      await restored.close();
    },
  );

  test("of a restored database is the same, row for row", async () => {
    const first = join(folder, "first.tar.gz");
    const second = join(folder, "second.tar.gz");
    const before = await takeBackup(live, first, "0.0.0");
    const restored = await emptyDatabase("row_for_row");
    await restoreBackup(restored, first, migrationFolders);
    expect((await takeBackup(restored, second, "0.0.0")).tables).toEqual(before.tables);
    expect(await upgradeAll(restored, migrationFolders)).toEqual([]);
    await restored.close();
  });

  test("holds no session, one-time link, second-factor secret or waiting work, and only its owner may read it", async () => {
    await enqueueJob(live.platform, {
      municipalityCode: city.code,
      kind: "mail.send",
      payload: { text: "https://example.jp/himitsu" },
    });
    const file = join(folder, "no-secrets.tar.gz");
    await takeBackup(live, file, "0.0.0");
    const { head } = await verifyBackup(file);
    const names = head.tables.map((table) => table.name);
    for (const left of ["job", "sign_in", "sign_in_challenge", "one_time_link", "second_factor"])
      expect(names).not.toContain(left);
    expect(names).toContain("credential");
    expect(gunzipSync(await readFile(file)).includes("himitsu")).toBe(false);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("never replaces a file", async () => {
    const file = join(folder, "taken.tar.gz");
    await writeFile(file, "きのうの控え");
    await expect(takeBackup(live, file, "0.0.0")).rejects.toThrow("はもうあります");
    expect(await readFile(file, "utf8")).toBe("きのうの控え");
  });
});

describe("a restore", () => {
  test("refuses a database that is not empty and changes nothing in it", async () => {
    const file = join(folder, "refused.tar.gz");
    await takeBackup(live, file, "0.0.0");
    const before = await live.pool.query(`select count(*) from ${city.schema}.event`);
    await expect(restoreBackup(live, file, migrationFolders)).rejects.toThrow("データベースが空ではありません");
    expect((await live.pool.query(`select count(*) from ${city.schema}.event`)).rows).toEqual(before.rows);
  });

  test("refuses a file with one changed byte, a file cut short and a file of another program, and leaves the database empty", async () => {
    const file = join(folder, "whole.tar.gz");
    await takeBackup(live, file, "0.0.0");
    const whole = await readFile(file);
    const restored = await emptyDatabase("damaged");
    const changed = Buffer.from(whole);
    changed[Math.floor(whole.length / 2)] = (whole[Math.floor(whole.length / 2)] ?? 0) ^ 1;
    for (const bytes of [changed, whole.subarray(0, whole.length - 400), Buffer.from("PGDMP dump of something else")]) {
      const broken = join(folder, "broken.tar.gz");
      await writeFile(broken, bytes);
      await expect(restoreBackup(restored, broken, migrationFolders)).rejects.toThrow(
        "壊れているか、途中で切れています",
      );
    }
    const schemas = await restored.pool.query("select 1 from pg_namespace where nspname = 'platform'");
    expect(schemas.rowCount).toBe(0);
    await restored.close();
  });

  test("refuses a backup of a newer version", async () => {
    const file = join(folder, "newer.tar.gz");
    await live.pool.query(`insert into ${city.schema}.migration (name) values ('9999_of_tomorrow.sql')`);
    await takeBackup(live, file, "9.0.0");
    await live.pool.query(`delete from ${city.schema}.migration where name = '9999_of_tomorrow.sql'`);
    const restored = await emptyDatabase("newer");
    await expect(restoreBackup(restored, file, migrationFolders)).rejects.toThrow("いまのソフトウェアより新しい版");
    await restored.close();
  });
});
