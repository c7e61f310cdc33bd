import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restoreBackup, takeBackup } from "#platform/database/backup/index.ts";
import { bringIn } from "#commands/import.ts";
import { writeOut } from "#commands/export.ts";
import { openDatabase } from "#platform/database/index.ts";
import { migrationFolders } from "#house.ts";
import { openScratch } from "../test/support/scratch.ts";
import { benchCity, type BenchCity } from "./city.ts";
import { compare, elapsed } from "./measure.ts";

const passphrase = "a passphrase of the bench";
const smallest = 1_000; // nodes, each with 5 revisions of about 2 KB

/** Exporting a city and bringing it into an empty installation, against backing up and restoring the same rows. */
export async function cityArchive(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tomoni-bench-"));
  const city = await benchCity();
  try {
    for (const times of [1, 4, 16]) {
      const nodes = smallest * times;
      await growTo(city, nodes);
      const n = `${nodes} nodes, ${nodes * 5} revisions`;
      let serial = 0;
      const named = (ending: string) => join(folder, `${nodes}-${(serial += 1)}${ending}`);
      const { database, municipality } = city;
      const write = (path: string) => writeOut(database, { municipality, path, passphrase });
      print(
        await compare({
          name: "city-export",
          unit: "ms",
          n,
          rounds: 3,
          ours: () => elapsed(() => write(named(".tar"))),
          reference: () => elapsed(() => takeBackup(database, named(".tar.gz"), "0.0.0")),
        }),
      );
      const [archive, backup] = [named(".tar"), named(".tar.gz")];
      await write(archive);
      await takeBackup(database, backup, "0.0.0");
      print(
        await compare({
          name: "city-import",
          unit: "ms",
          n,
          rounds: 3,
          ours: () => inEmptyDatabase((empty) => bringIn(empty, archive, passphrase)),
          reference: () => inEmptyDatabase((empty) => restoreBackup(empty, backup, migrationFolders)),
        }),
      );
    }
  } finally {
    await city.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function inEmptyDatabase(work: (database: ReturnType<typeof openDatabase>) => Promise<unknown>): Promise<number> {
  const scratch = await openScratch();
  const database = openDatabase(scratch.url);
  try {
    return await elapsed(() => work(database));
  } finally {
    await database.close();
    await scratch.drop();
  }
}

const text = "地域の暮らしを支えるしくみを、市民とともにつくります。".repeat(25); // about 2 KB in UTF-8

/** Lets a plan of the city have so many nodes, written straight into its tables. */
async function growTo({ database, municipality }: BenchCity, nodes: number): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query(`set search_path to ${municipality.schema}`);
    await client.query(
      `insert into plan (id, slug, kind, name, start_year, end_year)
       values ('00000000-0000-4000-8000-000000000001', 'bench', 'basicPlan', '計画', 2027, 2031) on conflict do nothing`,
    );
    await client.query(
      `insert into plan_level (id, plan_id, depth, name) select gen_random_uuid(), id, 1, '施策' from plan on conflict do nothing`,
    );
    await client.query(
      `insert into plan_node (id, plan_id, depth, position, title, fields)
       select gen_random_uuid(), plan.id, 1, at, '施策その' || at, jsonb_build_object('vision', $2::text)
       from plan, generate_series((select count(*) from plan_node) + 1, $1) as at`,
      [nodes, text],
    );
    await client.query(
      `insert into plan_node_revision (node_id, number, act, content, saved_at)
       select plan_node.id, number, 'edited', jsonb_build_object('fields', $1::text), now()
       from plan_node, generate_series(1, 5) as number on conflict do nothing`,
      [text],
    );
    await client.query("reset search_path");
  } finally {
    client.release();
  }
}
