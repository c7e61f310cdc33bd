import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { expect, inject, test } from "vitest";
import { openDatabase } from "./pool.ts";

test("a connection that dies inside a transaction fails that transaction and not the process", async () => {
  const database = openDatabase(inject("databaseUrl"), 2);
  const cut = database.platform.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await database.pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await pause(100); // the death arrives while no statement waits for an answer
    await sql`select 1`.execute(tx);
  });
  await expect(cut).rejects.toThrow();
  expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await database.close();
});
