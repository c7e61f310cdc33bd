import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, median } from "./measure.ts";
import { get, load, startServer, type Server } from "./server.ts";

const gzip = { host: "localhost", "accept-encoding": "gzip" };

/** A page of the house against raw node:http that sends the same bytes: server CPU per request, requests per second beside it. */
async function againstRaw(
  name: string,
  house: Server,
  path: string,
  counts: { ours: number; raw: number },
): Promise<string> {
  const answer = await get(house.port, path, gzip);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const folder = await mkdtemp(join(tmpdir(), "tomoni-bench-"));
  const file = join(folder, "body");
  await writeFile(file, answer.body);
  const headers = JSON.stringify({
    "content-type": "text/html; charset=utf-8",
    "content-encoding": answer.headers["content-encoding"] ?? "identity",
  });
  const raw = await startServer(["node", "bench/raw-server.mjs"], { BODY_FILE: file, BODY_HEADERS: headers });
  const rates: { ours: number[]; raw: number[] } = { ours: [], raw: [] };
  const measured = (kind: "ours" | "raw", server: Server) => async () => {
    const result = await load(server, () => path, gzip, counts[kind]);
    rates[kind].push(result.requestsPerSecond);
    return result.cpuMsPerRequest;
  };
  try {
    const line = await compare({
      name,
      unit: "ms CPU",
      rounds: 3,
      n: `${counts.ours} requests of ${answer.body.length} bytes`,
      ours: measured("ours", house),
      reference: measured("raw", raw),
    });
    return `${line} [${median(rates.ours).toFixed(0)} and ${median(rates.raw).toFixed(0)} requests/s]`;
  } finally {
    await raw.stop();
    await rm(folder, { recursive: true });
  }
}

/** Cached public page, the same page made anew, and the staff list of all measures. */
export async function pages(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tomoni-bench-data-"));
  const env = { DATA_DIR: folder, LOG_LEVEL: "error" };
  const cached = await startServer(["node", "dist/main.js"], env);
  const fresh = await startServer(["node", "--import", "tsx", "bench/house-server.ts"], env);
  try {
    const plan = await currentPlan(cached);
    print(await againstRaw("cached-public-page", cached, plan.measure, { ours: 4_000, raw: 4_000 }));
    print(await againstRaw("uncached-public-page", fresh, plan.measure, { ours: 150, raw: 4_000 }));
    print(await againstRaw("staff-list", fresh, `/staff/plans/${plan.slug}/sdgs`, { ours: 50, raw: 4_000 }));
  } finally {
    await fresh.stop();
    await cached.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The sample city's plan as its home page links to it: its word in the address and one page of a measure. */
async function currentPlan(server: Server): Promise<{ slug: string; measure: string }> {
  const tree = (await get(server.port, "/plan", { host: "localhost" })).body.toString("utf8");
  const links = [...tree.matchAll(/href="(\/plan\/([^/"]+)\/([^/"]+))"/g)];
  const deepest = links.sort((a, b) => (b[3]?.length ?? 0) - (a[3]?.length ?? 0))[0];
  if (!deepest?.[1] || !deepest[2]) throw new Error("the sample city has no published plan");
  return { slug: deepest[2], measure: deepest[1] };
}
