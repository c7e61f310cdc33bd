import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare } from "./measure.ts";
import { startServer } from "./server.ts";

/** From the command to the first answered page, against a bare node:http that answers nothing but headers. */
export async function startUp(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tomoni-bench-start-"));
  const env = { DATA_DIR: folder, LOG_LEVEL: "error" };
  const first = await started(["node", "dist/main.js"], env)();
  print(`bench start-up-first: ${first.toFixed(0)} ms with initdb, migrations and both sample cities`);
  const raw = { BODY_FILE: "package.json", BODY_HEADERS: "{}" };
  print(
    await compare({
      name: "start-up",
      unit: "ms",
      n: "second start, sample cities",
      ours: started(["node", "dist/main.js"], env),
      reference: started(["node", "bench/raw-server.mjs"], raw),
    }),
  );
  await rm(folder, { recursive: true, force: true });
}

/** Starts a server, stops it, and answers the milliseconds until it was up. */
function started(command: readonly string[], env: Readonly<Record<string, string>>): () => Promise<number> {
  return async () => {
    const began = performance.now();
    const server = await startServer(command, env);
    const took = performance.now() - began;
    await server.stop();
    return took;
  };
}
