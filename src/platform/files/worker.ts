import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** Where a worker's code lies and how to start it. */
interface WorkerFile {
  readonly path: string;
  readonly options: WorkerOptions;
}

/**
 * The code of the worker `<name>.worker.ts`. In a build it lies bundled at dist/workers/<name>.js beside this code's bundle;
 * from source it is run by tsx, as the rest is.
 */
export function workerFile(name: string): WorkerFile {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = join(here, "workers", `${name}.js`);
  if (existsSync(bundled)) return { path: bundled, options: { execArgv: [] } };
  const sources = join(here, "..", "..");
  const file = readdirSync(sources, { recursive: true, encoding: "utf8" }).find((path) => basename(path) === `${name}.worker.ts`);
  if (!file) throw new Error(`no worker is called ${name}`);
  const tsx = createRequire(import.meta.url).resolve("tsx");
  return { path: join(sources, file), options: { execArgv: ["--import", tsx] } };
}

/** The work took too long or too much memory, and was ended. */
export class WorkStopped extends Error {
  readonly reason: "tooLong" | "tooLarge";

  constructor(reason: "tooLong" | "tooLarge") {
    super(`work in a worker was stopped: ${reason}`);
    this.reason = reason;
  }
}

export interface WorkLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/**
 * Runs one piece of work in a worker of its own and ends the worker, whatever happens: a file made to hang or to fill the
 * memory harms nobody else.
 * @throws WorkStopped when a limit was reached; the worker's own error when it failed
 */
export async function runInWorker(name: string, input: unknown, limits: WorkLimits): Promise<unknown> {
  const file = workerFile(name);
  const worker = new Worker(file.path, {
    ...file.options,
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  try {
    return await answerOf(worker, limits.milliseconds);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, milliseconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new WorkStopped("tooLong")), milliseconds);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    worker.once("message", (answer: unknown) => settle(() => resolve(answer)));
    worker.once("error", (error) => settle(() => reject(isOutOfMemory(error) ? new WorkStopped("tooLarge") : error)));
    worker.once("exit", (code) => settle(() => reject(new Error(`worker ended with ${code} and no answer`))));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
