import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openContext, systemActor, verifyChain } from "#domain/audit/index.ts";
import { verifyPublications } from "#domain/publication/index.ts";
import { bringIn } from "#commands/import.ts";
import { writeOut } from "#commands/export.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/id.ts";
import { importCity } from "#platform/database/city-archive/index.ts";
import { listMunicipalities, type Database, type Municipality } from "#platform/database/index.ts";
import { storeFile } from "#platform/files/stored-files.ts";
import { upgradeAll } from "#platform/database/upgrades.ts";
import { migrationFolders } from "#house.ts";
import { useDatabases } from "../support/databases.ts";
import { mihonCity, seedSampleCities } from "../../db/seeds/seed.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const passphrase = "橋を渡る朝の風の音と川";
let folder: string;
let home: Database;
let mihon: Municipality;
const emptyDatabase = useDatabases();

async function cityIn(database: Database): Promise<Municipality> {
  const city = (await listMunicipalities(database)).find(({ code }) => code === mihonCity.code);
  if (!city) throw new Error("no city");
  return city;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomoni-archive-"));
  home = await emptyDatabase();
  await upgradeAll(home, migrationFolders);
  await seedSampleCities({ database: home, clock: systemClock, folders: migrationFolders, keep: async () => {} });
  mihon = await cityIn(home);
  for (const { id } of (await rowsOf(home, mihon, "select id from city.person order by email limit 2")) as {
    id: string;
  }[])
    await storeFile(home.inCity(mihon.schema), {
      name: "原本.csv",
      mediaType: "text/csv",
      bytes: new Uint8Array([0, 255, 10, 13, 92]),
      uploadedBy: id,
      uploadedAt: new Date("2026-11-22T01:00:00Z"),
      isOpen: true,
    });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Reads of a city's schema, written as "city". */
const rowsOf = async (database: Database, { schema }: Municipality, query: string) =>
  (await database.pool.query<Record<string, unknown>>(query.replaceAll("city.", `"${schema}".`))).rows;
const hashes = (database: Database, city: Municipality) =>
  rowsOf(
    database,
    city,
    "select id, hash, encode(sha256(convert_to(payload, 'UTF8')), 'hex') as sum from city.publication order by id",
  );

function filesOf(isOpen: boolean): string {
  return `select uploaded_by, content from city.stored_file where is_open = ${isOpen} order by id`;
}

describe("a city's archive", () => {
  it("brings the city into an empty installation with the same published hashes, people and record", async () => {
    const path = join(folder, "whole.tar");
    const manifest = await writeOut(home, { municipality: mihon, path, passphrase });
    const other = await emptyDatabase();
    const said = await bringIn(other, path, passphrase);
    const city = await cityIn(other);
    expect(await hashes(other, city)).toEqual(await hashes(home, mihon));
    expect((await hashes(other, city)).every(({ hash, sum }) => hash === sum)).toBe(true);
    const { checked, broken } = await verifyPublications({ db: other.inCity(city.schema) });
    expect([checked > 0, broken]).toEqual([true, []]);
    expect((await verifyChain(other.inCity(city.schema))).broken).toBeUndefined();
    const people = "select id, name, email from city.person order by id";
    expect(await rowsOf(other, city, people)).toEqual(await rowsOf(home, mihon, people));
    expect(said.join()).toContain("取り込みました");
    expect(manifest.municipality.hosts).toContain("localhost");
    expect((await rowsOf(other, city, "select is_default from platform.municipality"))[0]).toEqual({
      is_default: true,
    });
  });

  it("holds open files that an office can read, and no name or address of a person outside the sealed part", async () => {
    const path = join(folder, "open");
    await writeOut(home, { municipality: mihon, path, passphrase });
    const measures = await readFile(join(path, "registers/measures.csv"), "utf8");
    expect(measures.startsWith("\uFEFF計画,階層,番号,名称")).toBe(true);
    const files = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const people = await rowsOf(home, mihon, "select email from city.person");
    for (const file of files.filter(({ name }) => name !== "personal.enc")) {
      const text = await readFile(join(file.parentPath, file.name), "utf8");
      for (const { email } of people) expect(text.includes(String(email)), file.name).toBe(false);
    }
    expect(files.map(({ name }) => name)).not.toContain("person.jsonl");
  });

  it("without its passphrase brings everything but the people, whose acts keep telling one from another", async () => {
    const path = join(folder, "open");
    const other = await emptyDatabase();
    const said = (await bringIn(other, path, undefined)).join();
    const city = await cityIn(other);
    expect(said).toContain("職員は移していません");
    expect(said).toContain("/staff/set-up?token=");
    expect(await hashes(other, city)).toEqual(await hashes(home, mihon));
    const names = await rowsOf(other, city, "select distinct name from city.person where retired_on is not null");
    expect(names).toEqual([{ name: "移していない職員" }]);
    const files = await rowsOf(other, city, filesOf(true));
    expect(files).toEqual(await rowsOf(home, mihon, filesOf(true)));
    const opinions = await rowsOf(other, city, filesOf(false)); // of citizens: sealed with the people
    expect(opinions.map(({ content }) => content)).toEqual([null]);
    expect(new Set(files.map((file) => file["uploaded_by"])).size).toBe(4); // two people's, the figure of the sample's planner, and the seed's own that nobody handed in
    expect((await verifyChain(other.inCity(city.schema))).broken).toBeUndefined();
  });

  it("is refused with another passphrase, and nothing is left behind", async () => {
    const other = await emptyDatabase();
    await expect(bringIn(other, join(folder, "open"), "another long passphrase")).rejects.toThrow("合言葉が違う");
    expect(await listMunicipalities(other)).toEqual([]);
  });

  it("is refused where the city is in use, and the city stays as it was", async () => {
    const before = await rowsOf(home, mihon, "select count(*) from city.plan_node");
    await expect(bringIn(home, join(folder, "whole.tar"), passphrase)).rejects.toThrow("もう使われています");
    expect(await rowsOf(home, mihon, "select count(*) from city.plan_node")).toEqual(before);
  });

  it("names the file that was changed, the one that is missing, and a migration that is ahead of the software", async () => {
    const path = join(folder, "tampered");
    await writeOut(home, { municipality: mihon, path, passphrase: undefined });
    const other = await emptyDatabase();
    await upgradeAll(other, migrationFolders);
    const attempt = () => importCity(other, path, { passphrase: undefined, folders: migrationFolders });
    const nodes = join(path, "tables/plan_node.jsonl");
    const text = await readFile(nodes, "utf8");
    await writeFile(nodes, text.replace("みほん", "ほんもの").replace("の", "ノ"));
    await expect(attempt()).rejects.toThrow("tables/plan_node.jsonl");
    await rm(nodes);
    await expect(attempt()).rejects.toThrow("tables/plan_node.jsonl is missing");
    await writeFile(nodes, text);
    const manifest = join(path, "manifest.json");
    const said = await readFile(manifest, "utf8");
    await writeFile(manifest, said.replace('"0001_audit.sql"', '"9001_audit.sql"'));
    await expect(attempt()).rejects.toThrow("9001_audit.sql");
    await writeFile(manifest, said);
    expect((await attempt()).hasPeople).toBe(false);
  });

  it("finds a published text that was changed together with its entry in the manifest", async () => {
    const path = join(folder, "forged");
    await writeOut(home, { municipality: mihon, path, passphrase: undefined });
    const [name = ""] = await readdir(join(path, "publications"));
    const file = join(path, "publications", name);
    const { createHash } = await import("node:crypto");
    const sum = (content: Buffer) => createHash("sha256").update(content).digest("hex");
    const before = await readFile(file);
    const after = Buffer.from(before.toString("utf8").replace("施策", "至策"));
    await writeFile(file, after);
    const manifest = join(path, "manifest.json");
    await writeFile(manifest, (await readFile(manifest, "utf8")).replace(sum(before), sum(after)));
    const other = await emptyDatabase();
    await expect(bringIn(other, path, undefined)).rejects.toThrow(`publications/${name}`);
  });

  it("notes its making in the city's record", async () => {
    const ctx = openContext({ database: home, municipality: mihon, actor: systemActor("test"), clock: systemClock });
    const rows = await ctx.db.selectFrom("event").where("act", "=", "city.exported").select("reference").execute();
    expect(rows.map(({ reference }) => reference)).toContainEqual({ hasPeople: true });
  });

  it("seals what offices handed in: a planted name, telephone number and address stand in no open file", async () => {
    const planted = ["蟻川百合子", "090-0000-4321", "架空町九丁目8番7号"];
    const words = planted.join("、");
    const db = home.inCity(mihon.schema);
    const at = new Date("2026-11-23T01:00:00Z");
    const handedIn = {
      mediaType: "text/csv",
      bytes: new TextEncoder().encode(words),
      uploadedBy: null,
      uploadedAt: at,
    };
    const sheetFile = await storeFile(db, { ...handedIn, name: `${words}.csv` });
    const returned = await storeFile(db, { ...handedIn, name: `${words}.xlsx` });
    const open = await storeFile(db, {
      ...handedIn,
      name: "統計.csv",
      bytes: new TextEncoder().encode("年,人口"),
      isOpen: true,
    });
    const { id: plan_id } = await db.selectFrom("plan").select("id").limit(1).executeTakeFirstOrThrow();
    const import_id = newId();
    const kept = { plan_id, file_id: sheetFile, answers: JSON.stringify({ a: { choice: "own", text: words } }) };
    await db
      .insertInto("plan_import")
      .values({ id: import_id, ...kept, started_at: at })
      .execute();
    const sheet = { name: "計画", is_hidden: false, is_open: false, row_count: 1, content: JSON.stringify([[words]]) };
    await db
      .insertInto("stored_sheet")
      .values({ file_id: sheetFile, position: 0, ...sheet })
      .execute();
    await db
      .insertInto("transfer")
      .values({
        id: newId(),
        effective_on: "2027-04-01",
        file_name: words,
        lines: JSON.stringify([words]),
        made_at: at,
      })
      .execute();
    await db
      .insertInto("sign_in_attempt")
      .values({ id: newId(), attempted_at: at, outcome: "unknown", address: words, user_agent: words })
      .execute();
    await db.updateTable("actual_revision").set({ file_id: returned }).execute();

    const path = join(folder, "planted");
    await writeOut(home, { municipality: mihon, path, passphrase });
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const holding = async (text: string) => {
      const found = [];
      for (const file of files) if ((await readFile(file)).includes(text)) found.push(relative(path, file));
      return found;
    };
    expect(await Promise.all(planted.map(holding))).toEqual([[], [], []]);
    expect(await holding("年,人口")).toEqual([`files/${open}`]);
    expect(await readFile(join(path, "README.txt"), "utf8")).toContain("人の名前が書かれているかもしれない預かりもの");

    const whole = await emptyDatabase();
    await bringIn(whole, path, passphrase);
    const names = "select name, content from city.stored_file order by id";
    expect(await rowsOf(whole, await cityIn(whole), names)).toEqual(await rowsOf(home, mihon, names));
    const withoutPeople = await emptyDatabase();
    await bringIn(withoutPeople, path, undefined);
    expect(await rowsOf(withoutPeople, await cityIn(withoutPeople), names)).toEqual(
      expect.arrayContaining([{ name: "移していない原本", content: null }]),
    );
  });

  it("has a mark for every table with a column that tells of a person", async () => {
    const rows = await rowsOf(
      home,
      mihon,
      `select distinct relname as name from pg_attribute join pg_class on pg_class.oid = attrelid
         join pg_namespace on pg_namespace.oid = relnamespace
       where nspname = '${mihon.schema}' and relkind = 'r' and attname in ('email', 'kana', 'person_id', 'password', 'user_agent')
         and coalesce(obj_description(pg_class.oid, 'pg_class'), '') !~ '^(personal data|not in backups)' order by 1`,
    );
    expect(rows).toEqual([{ name: "division_period" }]); // the address of an office, which is published
  });
});
