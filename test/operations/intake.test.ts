import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nobody, openContext, verifyChain, type Ctx } from "#domain/audit/index.ts";
import { voiceByReceipt } from "#domain/voices/submissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/id.ts";
import { municipalityForHost } from "#platform/database/index.ts";
import {
  acknowledgedIn,
  commentFields,
  commentPath,
  houseIn,
  makeOpenRound,
  type Acknowledged,
} from "../support/open-round.ts";
import { startSite, stopSite, type Site } from "../support/site.ts";

const amount = Number(process.env["TOMONI_SENDINGS"] ?? 200);
const kills = Number(process.env["TOMONI_CRASHES"] ?? 2);
const senders = 50;
let folder: string;
let site: Site;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomoni-intake-"));
  await makeOpenRound(folder);
  site = await startSite({ DATA_DIR: folder });
}, 120_000);
afterAll(async () => {
  await stopSite(site);
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

interface Sending {
  readonly formKey: string;
  readonly text: string;
}

/** One sending; undefined when the line broke. Every answer of the server other than a receipt fails the test. */
async function send({ formKey, text }: Sending): Promise<Acknowledged | undefined> {
  const body = new URLSearchParams(commentFields(formKey, text));
  const answer = await fetch(`${site.url}${commentPath}`, { method: "POST", body }).then(
    async (response) => ({ status: response.status, html: await response.text() }),
    () => undefined,
  );
  return answer && acknowledgedIn(answer.status, answer.html);
}

/** As many senders at once, each with one sending after the other, until all are acknowledged. */
async function sendAll(sendings: readonly Sending[], onReceipt: () => void): Promise<Acknowledged[]> {
  const receipts: Acknowledged[] = [];
  const waiting = [...sendings.entries()];
  const sender = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      receipts[next[0]] = await untilAcknowledged(next[1]);
      onReceipt();
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return receipts;
}

async function untilAcknowledged(sending: Sending): Promise<Acknowledged> {
  for (let received = await send(sending); ; received = await send(sending)) {
    if (received) return received;
    await pause(50);
  }
}

/** The server ends as at a power cut, every second time its PostgreSQL too, and is started again. */
async function killAndStart(isDatabaseKilled: boolean): Promise<void> {
  const postmaster = Number((await readFile(join(folder, "pg", "postmaster.pid"), "utf8")).split("\n")[0]);
  const ended = new Promise((resolve) => site.process.once("exit", resolve));
  site.process.kill("SIGKILL");
  if (isDatabaseKilled) process.kill(postmaster, "SIGKILL");
  await ended;
  site = await startSite({ DATA_DIR: folder });
}

/** What is in the ledger now, read beside the running server. */
async function inLedger<T>(look: (ctx: Ctx) => Promise<T>): Promise<T> {
  const house = await houseIn(folder);
  const { database } = house;
  const municipality = await municipalityForHost(database, "localhost");
  if (!municipality) throw new Error("the city is gone");
  const found = await look(openContext({ database, municipality, actor: nobody, clock: systemClock }));
  await house.close();
  return found;
}

test(
  `${amount} comments by ${senders} senders over ${kills} kills: each acknowledged one is stored once, and each resend is known`,
  { timeout: 60_000 + 20_000 * kills + 100 * amount },
  async () => {
    const sendings = Array.from({ length: amount }, (_, n) => ({ formKey: newId(), text: `バスを増やす。その${n}` }));
    const marks = Array.from({ length: kills }, (_, n) => Math.round((amount * (n + 1)) / (kills + 1)));
    const restarts: Promise<void>[] = [];
    let count = 0;
    const first = await sendAll(sendings, () => {
      count += 1;
      if (count === marks[restarts.length]) restarts.push(killAndStart(restarts.length % 2 === 1));
    });
    await Promise.all(restarts);
    expect(restarts).toHaveLength(kills);
    const again = await sendAll(sendings, () => {});
    expect(again).toEqual(first.map(({ receipt }) => ({ receipt, isRepeat: true })));
    const kept = await inLedger(async (ctx) => ({
      texts: await Promise.all(first.map(async ({ receipt }) => (await voiceByReceipt(ctx, receipt))?.text)),
      voices: await ctx.db.selectFrom("voice").select("id").execute(),
      events: await ctx.db.selectFrom("event").select("id").where("act", "=", "voices.received").execute(),
      chain: await verifyChain(ctx.db),
    }));
    expect(kept.texts).toEqual(sendings.map(({ text }) => text));
    expect([kept.voices.length, kept.events.length]).toEqual([amount, amount]);
    expect(kept.chain.broken).toBeUndefined();
  },
);
