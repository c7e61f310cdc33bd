import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase, type Database } from "#platform/database/index.ts";
import { silentLog } from "#platform/http/log.ts";
import {
  countWaiting,
  enqueueJob,
  jobById,
  jobsOf,
  PermanentFailure,
  requestCancel,
  retryJob,
  startJobWorker,
  type JobHandler,
  type JobState,
  type JobView,
} from "./index.ts";

const city = "999001";
const timing = { poll: 20, heartbeat: 50, stale: 400, firstRetry: 30, stop: 2_000 };
let database: Database;

beforeAll(async () => {
  database = openDatabase(inject("databaseUrl"));
  const municipality = { code: city, name: "しごと市", schema_name: `city_${city}` };
  await database.platform.insertInto("municipality").values(municipality).execute();
});

afterAll(async () => {
  await database.platform.deleteFrom("job").where("municipality_code", "=", city).execute();
  await database.platform.deleteFrom("municipality").where("code", "=", city).execute();
  await database.close();
});

/** A kind that no other test works on. */
function newKind(): string {
  return `test.${randomUUID()}`;
}

function enqueue(kind: string, payload: Record<string, string> = {}): Promise<string> {
  return enqueueJob(database.platform, { municipalityCode: city, kind, payload });
}

function work(kind: string, handler: JobHandler) {
  return startJobWorker({ database, handlers: { [kind]: handler }, log: silentLog, timing });
}

async function jobIn(state: JobState, id: string): Promise<JobView> {
  for (let tries = 0; tries < 300; tries += 1) {
    const job = await jobById(database, city, id);
    if (job?.state === state) return job;
    await pause(20);
  }
  throw new Error(`job never became ${state}: ${JSON.stringify(await jobById(database, city, id))}`);
}

describe("the queue", () => {
  test("a job exists only when the transaction that asked for it was committed", async () => {
    const kind = newKind();
    const rolledBack = database.platform.transaction().execute(async (trx) => {
      await enqueueJob(trx, { municipalityCode: city, kind, payload: {} });
      throw new Error("the act failed");
    });
    await expect(rolledBack).rejects.toThrow("the act failed");
    expect((await jobsOf(database, city)).filter((job) => job.kind === kind)).toEqual([]);
    const before = await countWaiting(database);
    await enqueue(kind);
    expect(await countWaiting(database)).toBe(before + 1);
  });

  test("another municipality does not see the job", async () => {
    const id = await enqueue(newKind());
    expect(await jobById(database, "999002", id)).toBeUndefined();
    expect(await requestCancel(database, "999002", id)).toBe(false);
  });
});

describe("a worker", () => {
  test("hands over payload and municipality, shows progress and keeps the result", async () => {
    const kind = newKind();
    const id = await enqueue(kind, { sheet: "施策一覧" });
    const worker = work(kind, async (job, progress) => {
      await progress(50, "半分まで読みました");
      const seen = await jobById(database, city, job.id);
      return {
        seen: seen?.progress ?? 0,
        note: seen?.progressNote ?? "",
        city: job.municipality.name,
        ...Object(job.payload),
      };
    });
    const job = await jobIn("done", id);
    await worker.stop();
    expect(job.result).toEqual({ seen: 50, note: "半分まで読みました", city: "しごと市", sheet: "施策一覧" });
    expect(job.progress).toBe(100);
  });

  test("does each job once, however many workers there are", async () => {
    const kind = newKind();
    const ids = await Promise.all(Array.from({ length: 40 }, () => enqueue(kind)));
    const runs: string[] = [];
    const handler: JobHandler = async (job) => {
      runs.push(job.id);
      return null;
    };
    const workers = [work(kind, handler), work(kind, handler), work(kind, handler)];
    for (const id of ids) await jobIn("done", id);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(runs.toSorted()).toEqual(ids.toSorted());
  });

  test("tries again after a failure, and gives up after three", async () => {
    const kind = newKind();
    const attempts: number[] = [];
    const id = await enqueue(kind);
    const worker = work(kind, async (job) => {
      attempts.push(job.attempt);
      throw new Error("メールサーバーが応答しません");
    });
    const job = await jobIn("failed", id);
    await worker.stop();
    expect(attempts).toEqual([1, 2, 3]);
    expect(job.failure).toBe("メールサーバーが応答しません");
  });

  test("does not try again where that cannot help, until a person says so", async () => {
    const kind = newKind();
    let tries = 0;
    const id = await enqueue(kind);
    const worker = work(kind, async () => {
      tries += 1;
      if (tries === 1) throw new PermanentFailure("宛先がありません");
      return "二度目で送りました";
    });
    expect((await jobIn("failed", id)).attempts).toBe(1);
    expect(await retryJob(database, city, id)).toBe(true);
    expect((await jobIn("done", id)).result).toBe("二度目で送りました");
    await worker.stop();
  });
});

describe("stopping", () => {
  test("a running job that is cancelled ends at its next progress", async () => {
    const kind = newKind();
    const id = await enqueue(kind);
    const worker = work(kind, async (_job, progress) => {
      for (;;) {
        await progress(1);
        await pause(10);
      }
    });
    await jobIn("running", id);
    expect(await requestCancel(database, city, id)).toBe(true);
    await jobIn("cancelled", id);
    await worker.stop();
  });

  test("a waiting job that is cancelled is never begun", async () => {
    const kind = newKind();
    const id = await enqueue(kind);
    await requestCancel(database, city, id);
    let begun = false;
    const worker = work(kind, async () => (begun = true));
    await pause(150);
    await worker.stop();
    expect(begun).toBe(false);
    expect((await jobById(database, city, id))?.state).toBe("cancelled");
  });

  test("a server that stops puts its running job back without counting the try", async () => {
    const kind = newKind();
    const id = await enqueue(kind);
    const worker = work(kind, async (_job, progress) => {
      for (;;) {
        await progress(1);
        await pause(10);
      }
    });
    await jobIn("running", id);
    await worker.stop();
    expect(await jobById(database, city, id)).toMatchObject({ state: "waiting", attempts: 0 });
  });

  test("a job whose process died is taken again once its heartbeat is stale", async () => {
    const kind = newKind();
    const id = await enqueue(kind);
    const dead = { state: "running", attempts: 1, heartbeat_at: new Date(Date.now() - 60_000) };
    await database.platform.updateTable("job").set(dead).where("id", "=", id).execute();
    const worker = work(kind, async (job) => job.attempt);
    expect((await jobIn("done", id)).result).toBe(2);
    await worker.stop();
  });

  test("a worker that was thought dead cannot finish the job that another took over", async () => {
    const kind = newKind();
    const id = await enqueue(kind);
    const takenOver = new AbortController();
    const slow = work(kind, async (job) => {
      if (job.attempt > 1) return "the second";
      await database.platform.updateTable("job").set({ attempts: 2 }).where("id", "=", id).execute();
      takenOver.abort();
      return "the first";
    });
    await once(takenOver.signal, "abort");
    await pause(100);
    expect(await jobById(database, city, id)).toMatchObject({ state: "running", result: null });
    expect((await jobIn("done", id)).result).toBe("the second");
    await slow.stop();
  });
});
