import { randomUUID } from "node:crypto";
import { compare, median } from "./measure.ts";
import { servedPlan, type ServedPlan } from "./served-plan.ts";
import { cpuMs, post } from "./server.ts";

const saves = 240; // per run, shared by the writers

/**
 * Saves over HTTP by several people at once, each on a measure of their own, until each is acknowledged; against rows inserted
 * and committed one by one over as many connections as the server has. All acts of a city queue for one audit chain: this tells
 * what the queue costs.
 */
export async function acts(print: (line: string) => void): Promise<void> {
  const plan = await servedPlan(200);
  try {
    await plan.database.pool.query("create table public.bench_row (id uuid primary key, content jsonb not null)");
    for (const writers of [1, 8, 40]) print(await compared(plan, writers));
  } finally {
    await plan.close();
  }
}

async function compared(plan: ServedPlan, writers: number): Promise<string> {
  const rates: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  const measured =
    (kind: keyof typeof rates, save: (writer: number, serial: number) => Promise<unknown>) => async () => {
      const took = await shared(writers, save);
      rates[kind].push((saves / took) * 1_000);
      return took / saves;
    };
  const before = await cpuMs(plan.server.pid);
  const line = await compare({
    name: "acts",
    unit: "ms a save",
    n: `${saves} saves by ${writers} at once`,
    rounds: 3,
    ours: measured("ours", (writer, serial) => saveOver(plan, writer, serial)),
    reference: measured("reference", () => insertRow(plan)),
  });
  const cpu = (await cpuMs(plan.server.pid)) - before;
  const cpuEach = (cpu / (rates.ours.length * saves)).toFixed(1);
  const [a, b] = [median(rates.ours).toFixed(0), median(rates.reference).toFixed(0)];
  return `${line} [${a} and ${b} saves/s, ${cpuEach} ms of the server's CPU a save]`;
}

/** Milliseconds until the writers together have made all saves, each one after the other. */
async function shared(writers: number, save: (writer: number, serial: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const each = saves / writers;
  const write = async (writer: number) => {
    for (let serial = 0; serial < each; serial++) await save(writer, serial);
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return performance.now() - began;
}

async function saveOver(plan: ServedPlan, writer: number, serial: number): Promise<void> {
  const strength = serial % 2 === 0 ? "direct" : "related";
  const fields = { nodeId: plan.measureIds[writer] ?? "", goal: "11", strength };
  const headers = { host: "localhost", cookie: plan.cookie };
  const answer = await post(plan.server.port, `/staff/plans/${plan.slug}/sdgs/links`, { fields, headers });
  if (answer.status !== 200) throw new Error(`a save answered ${answer.status}`);
}

function insertRow({ database }: ServedPlan): Promise<unknown> {
  const content = JSON.stringify({ goal: 11, strength: "direct", note: "x".repeat(200) });
  return database.pool.query("insert into public.bench_row (id, content) values ($1, $2)", [randomUUID(), content]);
}
