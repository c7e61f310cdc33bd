import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { inProject } from "#platform/files/project.ts";
import { openScratch } from "./scratch.ts";

/** A really started server (dist/main.js) with a data folder of its own. */
export interface Site {
  readonly url: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** What it has written so far. */
  output(): string;
}

/** Starts the built server and waits until it answers. @throws with its output when it ends before */
export async function startSite(environment: Readonly<Record<string, string>>): Promise<Site> {
  const port = await freePort();
  const dataDir = environment["DATA_DIR"] ?? "";
  const child = spawn(process.execPath, [inProject("dist/main.js")], {
    env: { ...process.env, DATABASE_URL: "", LOG_LEVEL: "warn", PORT: String(port), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  child.stdout.on("data", (chunk) => (written += chunk));
  child.stderr.on("data", (chunk) => (written += chunk));
  const site = { url: `http://localhost:${port}`, dataDir, process: child, output: () => written };
  for (const until = Date.now() + 60_000; !(await answers(site.url)); await pause(100)) {
    if (child.exitCode === null && Date.now() < until) continue;
    child.kill(); // one that only comes late would go on behind the tests
    throw new Error(`the server did not start:\n${written}`);
  }
  return site;
}

/** Ends a site as a service manager does and waits for it. @returns its exit code */
export async function stopSite(site: Site): Promise<number | null> {
  if (site.process.exitCode === null) {
    site.process.kill("SIGTERM");
    await new Promise((resolve) => site.process.once("exit", resolve));
  }
  return site.process.exitCode;
}

function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** For the journeys: one site with the sample cities, as `npm start` gives it on a fresh clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "tomoni-journeys-"));
  const scratch = process.env["DATABASE_URL"] ? await openScratch() : undefined;
  const site = await startSite({ DATA_DIR: dataDir, DATABASE_URL: scratch?.url ?? "" });
  project.provide("siteUrl", site.url);
  project.provide("siteData", dataDir);
  return async () => {
    await stopSite(site);
    await scratch?.drop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
}

declare module "vitest" {
  export interface ProvidedContext {
    siteUrl: string;
    /** DATA_DIR of the site: first-sign-in.txt and the outbox are there. */
    siteData: string;
  }
}
