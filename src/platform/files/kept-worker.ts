import { parentPort, type Worker } from "node:worker_threads";
import { answerOf, startWorker, type WorkLimits } from "./worker.ts";

/** How long a worker without work stays. */
const patience = 120_000;

/**
 * Runs pieces of work of our own making (not what strangers send: that is `runInWorker`) one after the other in a worker that stays
 * warm. While it is at work, another piece gets a worker of its own. A piece that fails or reaches a limit ends its worker, and the
 * next begins in a new one; so does a worker without work after two minutes, and it holds no program open.
 * @throws WorkStopped when a limit was reached; the worker's own error when it failed
 */
export function keptWorker(
  name: string,
  limits: WorkLimits,
  idleMilliseconds = patience,
): (input: unknown) => Promise<unknown> {
  const resting = new Resting(idleMilliseconds);
  return async (input) => {
    const worker = resting.take() ?? startWorker(name, limits);
    worker.ref();
    try {
      const answer = answerOf(worker, limits.milliseconds);
      worker.postMessage(input);
      const done = await answer;
      resting.put(worker);
      return done;
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  };
}

/** The worker that waits for the next piece; one at most. */
class Resting {
  readonly #patience: number;
  #worker: Worker | undefined;
  #end: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.#patience = milliseconds;
  }

  take(): Worker | undefined {
    const worker = this.#worker;
    clearTimeout(this.#end);
    this.#worker = undefined;
    worker?.off("exit", this.#forget).off("error", this.#forget);
    return worker;
  }

  put(worker: Worker): void {
    if (this.#worker) return void worker.terminate();
    this.#worker = worker.on("exit", this.#forget).on("error", this.#forget);
    worker.unref();
    this.#end = setTimeout(() => void this.take()?.terminate(), this.#patience).unref();
  }

  readonly #forget = () => {
    this.take();
  };
}

/** In the worker: answers every piece of work with what `act` makes of it. What it throws ends the worker. */
export function answerWith(act: (input: unknown) => Promise<unknown>): void {
  parentPort?.on("message", (input: unknown) => {
    void act(input).then((answer) => parentPort?.postMessage(answer));
  });
}
