import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId } from "#kernel/id.ts";
import { acknowledgedIn, commentFields, commentPath, houseIn, makeOpenRound } from "../test/support/open-round.ts";
import { post, startServer, type Server } from "./server.ts";
import { comparedWrites, makeRowTable } from "./writes.ts";

/** Comments of citizens over HTTP, each until its receipt is there, by how many send at once. */
export async function submissions(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "tomoni-bench-data-"));
  await makeOpenRound(folder);
  const server = await startServer(["node", "dist/main.js"], { DATA_DIR: folder, LOG_LEVEL: "error" });
  const house = await houseIn(folder);
  const { database } = house;
  try {
    await makeRowTable(database);
    for (const writers of [1, 10, 50])
      print(await comparedWrites({ name: "submissions", server, database, writers, write: () => sendTo(server) }));
  } finally {
    await house.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function sendTo(server: Server): Promise<void> {
  const fields = commentFields(newId(), "駅前のバスの便を増やしてほしい。".repeat(10));
  const { status, body } = await post(server.port, commentPath, { fields, headers: { host: "localhost" } });
  acknowledgedIn(status, body.toString());
}
