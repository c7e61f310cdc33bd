import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, median } from "./measure.ts";
import { servedPlan } from "./served-plan.ts";
import { get, load, startServer, type Server } from "./server.ts";

const gzip = { host: "localhost", "accept-encoding": "gzip" };

/** A page of the house against raw node:http that sends the same bytes: server CPU per request, requests per second beside it. */
async function againstRaw(
  name: string,
  house: Server,
  { path, cookie = "" }: { path: string; cookie?: string },
  counts: { ours: number; raw: number },
): Promise<string> {
  const headers = { ...gzip, cookie };
  const answer = await get(house.port, path, headers);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  const folder = await mkdtemp(join(tmpdir(), "tomoni-bench-"));
  const file = join(folder, "body");
  await writeFile(file, answer.body);
  const sameHeaders = JSON.stringify({
    "content-type": "text/html; charset=utf-8",
    "content-encoding": answer.headers["content-encoding"] ?? "identity",
  });
  const raw = await startServer(["node", "bench/raw-server.mjs"], { BODY_FILE: file, BODY_HEADERS: sameHeaders });
  const rates: { ours: number[]; raw: number[] } = { ours: [], raw: [] };
  const measured = (kind: "ours" | "raw", server: Server) => async () => {
    const result = await load(server, () => path, headers, counts[kind]);
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

/** Cached public page, the same page made anew, and the staff list of 200 measures for a person who is signed in. */
export async function pages(print: (line: string) => void): Promise<void> {
  const { folder, server: cached, slug, cookie, close } = await servedPlan(200);
  const env = { DATA_DIR: folder, LOG_LEVEL: "error", NODE_ENV: "production" };
  const fresh = await startServer(["node", "--import", "tsx", "bench/house-server.ts"], env);
  try {
    const path = await publicMeasure(cached);
    const list = { path: `/staff/plans/${slug}/measures`, cookie };
    print(await againstRaw("cached-public-page", cached, { path }, { ours: 4_000, raw: 4_000 }));
    print(await againstRaw("uncached-public-page", fresh, { path }, { ours: 300, raw: 4_000 }));
    print(await againstRaw("staff-list-of-200", cached, list, { ours: 200, raw: 4_000 }));
  } finally {
    await fresh.stop();
    await close();
  }
}

/** The page of a measure of the sample city, as its tree links to it. */
async function publicMeasure(server: Server): Promise<string> {
  const tree = (await get(server.port, "/plan", { host: "localhost" })).body.toString("utf8");
  const links = [...tree.matchAll(/href="(\/plan\/[^/"]+\/([^/"]+))"/g)];
  const deepest = links.sort((a, b) => (b[2]?.length ?? 0) - (a[2]?.length ?? 0))[0]?.[1];
  if (!deepest) throw new Error("the sample city has no published plan");
  return deepest;
}
