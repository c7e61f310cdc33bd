import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SaveAnswer } from "#web/islands/loan-saver/protocol.ts";
import { plainText, richTextOf, richTextSchema } from "#kernel/rich-text.ts";
import { openDatabase, startEmbedded } from "#platform/database/index.ts";
import { inProject } from "#platform/files/project.ts";

const rounds = Number(process.env["TOMONI_CRASHES"] ?? 3);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomoni-writing-"));
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

/** A window on one loan that goes on writing through every crash, as the island does: what got no answer is sent again. */
class Writer {
  readonly window = `window-${Math.trunc(performance.now() * 1_000)}`;
  saveNumber = 0;
  turn = 0;
  words = "";
  /** The text whose save was answered with 「保存済み」. */
  seen = "";
  saves = 0;

  async writeUntilKilled(address: string): Promise<void> {
    for (;;) {
      this.words += `語${this.turn}。`;
      this.turn += 1;
      const sent = this.words;
      const answer = await this.send(address, sent).catch(() => undefined);
      if (!answer) return;
      if (!answer.ok || answer.kept !== undefined) throw new Error(JSON.stringify(answer));
      [this.saveNumber, this.seen] = [answer.saveNumber, sent];
      this.saves += 1;
    }
  }

  private async send(address: string, words: string): Promise<SaveAnswer> {
    const { window, turn, saveNumber } = this;
    const fields = {
      window,
      turn: String(turn),
      saveNumber: String(saveNumber),
      "body.json": JSON.stringify(richTextOf(words)),
    };
    const answer = await fetch(`${address}/saves`, { method: "POST", body: new URLSearchParams(fields) });
    return (await answer.json()) as SaveAnswer; // written by our own route
  }
}

/** Starts the site. @returns its process, its address, the loans' paths */
async function start(): Promise<{ child: ChildProcess; url: string; paths: string[] }> {
  const script = inProject("test/operations/writing.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], {
    cwd: inProject("."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const first = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  const [url = "", ...paths] = String(first.value).split(" ");
  return { child, url, paths };
}

async function kill(server: number, isDatabaseKilled: boolean): Promise<void> {
  const postmaster = Number((await readFile(join(folder, "pg", "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(server, "SIGKILL");
  if (isDatabaseKilled) process.kill(postmaster, "SIGKILL");
}

/** The copies' texts by loan, and how many texts were kept beside the sections. */
async function lookAfter(): Promise<{ texts: Map<string, string>; copies: number }> {
  const embedded = await startEmbedded(folder);
  const database = openDatabase(embedded.url, 1);
  const db = database.inCity("city_202185");
  const loans = await db.selectFrom("section_loan").select(["id", "texts"]).execute();
  const copies = await db.selectFrom("section_copy").select("id").execute();
  await database.close();
  await embedded.stop();
  return { texts: new Map(loans.map(({ id, texts }) => [id, wordsOf(texts)])), copies: copies.length };
}

function wordsOf(texts: unknown): string {
  return plainText(richTextSchema.parse((texts as { body?: unknown }).body ?? richTextOf("")));
}

test(
  `kill -9 ${rounds} times during writing: every text whose author saw 「保存済み」 is there, and none is taken for another's`,
  { timeout: 30_000 * rounds + 60_000 },
  async () => {
    const writers = [new Writer(), new Writer(), new Writer()];
    let loans: string[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const { child, url, paths } = await start();
      loans = paths.map((path) => path.split("/").at(-1) ?? "");
      const writing = writers.map((writer, index) => writer.writeUntilKilled(`${url}${paths[index] ?? ""}`));
      await pause(500 + ((round * 370) % 900));
      await kill(child.pid ?? 0, round % 2 === 0); // every second time PostgreSQL too
      await Promise.all(writing);
      const { texts, copies } = await lookAfter();
      const lost = writers.filter(({ seen }, index) => !texts.get(loans[index] ?? "")?.startsWith(seen));
      expect([lost, copies]).toEqual([[], 0]);
    }
    const saves = writers.reduce((sum, writer) => sum + writer.saves, 0);
    expect(saves).toBeGreaterThan(rounds);
    process.stdout.write(`${rounds} kills, ${saves} saves seen as kept, 0 lost\n`);
  },
);
