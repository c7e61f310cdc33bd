import { randomUUID } from "node:crypto";
import type { Database } from "#platform/database/index.ts";
import { compare, median } from "./measure.ts";
import { cpuMs, type Server } from "./server.ts";

const writes = 240; // per run, shared by the writers

export async function makeRowTable(database: Database): Promise<void> {
  await database.pool.query("create table public.bench_row (id uuid primary key, content jsonb not null)");
}

interface Writing {
  readonly name: string;
  readonly server: Server;
  /** The server's database, from this process, with as many connections as the server has. */
  readonly database: Database;
  readonly writers: number;
  readonly write: (writer: number, serial: number) => Promise<unknown>;
}

/**
 * Writes over HTTP by several at once until each is acknowledged, against rows inserted and committed one by one over as many
 * connections as the server has. All acts of a city queue for one audit chain: this tells what the queue costs.
 */
export async function comparedWrites({ name, server, database, writers, write }: Writing): Promise<string> {
  const rates: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  const measured = (kind: keyof typeof rates, one: Writing["write"]) => async () => {
    const took = await shared(writers, one);
    rates[kind].push((writes / took) * 1_000);
    return took / writes;
  };
  const before = await cpuMs(server.pid);
  const line = await compare({
    name,
    unit: "ms a write",
    n: `${writes} writes by ${writers} at once`,
    rounds: 3,
    ours: measured("ours", write),
    reference: measured("reference", () => insertRow(database)),
  });
  const cpu = (await cpuMs(server.pid)) - before;
  const cpuEach = (cpu / (rates.ours.length * writes)).toFixed(1);
  const [a, b] = [median(rates.ours).toFixed(0), median(rates.reference).toFixed(0)];
  return `${line} [${a} and ${b} writes/s, ${cpuEach} ms of the server's CPU a write]`;
}

/** Milliseconds until the writers together have written all, each one after the other. */
async function shared(writers: number, write: Writing["write"]): Promise<number> {
  const began = performance.now();
  let next = 0;
  const writer = async (_: unknown, number: number) => {
    while (next < writes) await write(number, next++);
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return performance.now() - began;
}

function insertRow(database: Database): Promise<unknown> {
  const content = JSON.stringify({ goal: 11, strength: "direct", note: "x".repeat(200) });
  return database.pool.query("insert into public.bench_row (id, content) values ($1, $2)", [randomUUID(), content]);
}
