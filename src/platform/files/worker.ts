import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { jsonLog } from "#platform/http/log.ts";

/**
 * The code of the worker `<name>.worker.ts`. In a build it lies bundled at dist/workers/<name>.js beside this code's bundle;
 * from source it is loaded through tsx, as the rest is.
 */
export function workerFile(name: string): URL {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = join(here, "workers", `${name}.js`);
  return existsSync(bundled) ? pathToFileURL(bundled) : fromSource(join(here, "..", ".."), name);
}

function fromSource(sources: string, name: string): URL {
  const file = readdirSync(sources, { recursive: true, encoding: "utf8" }).find(
    (path) => basename(path) === `${name}.worker.ts`,
  );
  if (!file) throw new Error(`no worker is called ${name}`);
  const address = pathToFileURL(join(sources, file)).href;
  const tsx = pathToFileURL(
    join(dirname(createRequire(import.meta.url).resolve("tsx/package.json")), "dist/esm/api/index.mjs"),
  ).href;
  // Node 20 does not run a worker's entry through loaders, so the entry is a line that loads the source.
  const entry = `import { tsImport } from ${JSON.stringify(tsx)}; await tsImport(${JSON.stringify(address)}, ${JSON.stringify(address)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(entry)}`);
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
  /** Room for what is new, where work makes very many small things: cleaning it up less often costs less. */
  readonly youngMegabytes?: number;
}

/** A worker's failure is our fault, and may be told to people as a fault of their file: the log keeps what it was. */
function logFailure(name: string, error: unknown): void {
  if (error instanceof WorkStopped) return;
  jsonLog("error", "workerFailed", { name, error: error instanceof Error ? error.stack : String(error) });
}

/**
 * Runs one piece of work in a worker of its own and ends the worker, whatever happens: a file made to hang or to fill the
 * memory harms nobody else.
 * @throws WorkStopped when a limit was reached; the worker's own error when it failed
 */
export async function runInWorker(name: string, input: unknown, limits: WorkLimits): Promise<unknown> {
  try {
    return await answerOnce(startWorker(name, limits, input), limits.milliseconds);
  } catch (error) {
    logFailure(name, error);
    throw error;
  }
}

async function answerOnce(worker: Worker, milliseconds: number): Promise<unknown> {
  try {
    return await answerOf(worker, milliseconds);
  } finally {
    await worker.terminate();
  }
}

export function startWorker(name: string, { megabytes, youngMegabytes }: WorkLimits, input?: unknown): Worker {
  return new Worker(workerFile(name), {
    execArgv: [],
    workerData: input,
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      ...(youngMegabytes !== undefined && { maxYoungGenerationSizeMb: youngMegabytes }),
    },
  });
}

/** The next message of a worker, or why there is none. */
export function answerOf(worker: Worker, milliseconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      worker.off("message", answered).off("error", failed).off("exit", ended);
      act();
    };
    const answered = (answer: unknown) => settle(() => resolve(answer));
    const failed = (error: unknown) => settle(() => reject(isOutOfMemory(error) ? new WorkStopped("tooLarge") : error));
    const ended = (code: number) => settle(() => reject(new Error(`worker ended with ${code} and no answer`)));
    const timer = setTimeout(() => settle(() => reject(new WorkStopped("tooLong"))), milliseconds);
    worker.on("message", answered).on("error", failed).on("exit", ended);
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
