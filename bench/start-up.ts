import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare, elapsed } from "./measure.ts";
import { startServer } from "./server.ts";

/** From the command to the first answered page, against a bare node:http that answers nothing but headers. */
export async function startUp(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tomoni-bench-start-"));
  const env = { DATA_DIR: folder, LOG_LEVEL: "error" };
  const started = (command: readonly string[], more: Readonly<Record<string, string>>) => async () => {
    let stop = async () => {};
    const took = await elapsed(async () => {
      const server = await startServer(command, more);
      stop = () => server.stop();
    });
    await stop();
    return took;
  };
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
