import { afterAll, inject } from "vitest";
import { openDatabase, type Database } from "#platform/database/index.ts";

let serial = 0;

/** Call at the top of a test file: gives empty databases on the run's server, which are gone after the file. */
export function useDatabases(): () => Promise<Database> {
  const opened: { readonly name: string; readonly database: Database }[] = [];
  afterAll(async () => {
    for (const { database } of opened) await database.close();
    await onServer(async (server) => {
      for (const { name } of opened) await server.pool.query(`drop database ${name}`);
    });
  });
  return async () => {
    const name = `tomoni_own_${process.pid}_${serial++}`;
    await onServer((server) => server.pool.query(`create database ${name}`));
    const database = openDatabase(inject("databaseUrl").replace(/\/[^/?]*(?=\?|$)/, `/${name}`), 4);
    opened.push({ name, database });
    return database;
  };
}

async function onServer(work: (server: Database) => Promise<unknown>): Promise<void> {
  const server = openDatabase(inject("databaseUrl"), 1);
  await work(server).finally(() => server.close());
}
