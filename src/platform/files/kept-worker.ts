import { MessageChannel, parentPort, type MessagePort, type Worker } from "node:worker_threads";
import { answerOf, startWorker, type WorkLimits } from "./worker.ts";

/** How long a worker without work stays. */
const patience = 120_000;

/** A worker for pieces of work of our own making; what strangers send goes to `runInWorker`. */
export interface KeptWorker {
  /**
   * What the worker makes of a piece. On its way it may tell how far it is.
   * @throws WorkStopped when a limit was reached; the worker's own error when it failed
   */
  answer(input: unknown, told?: (step: unknown) => void): Promise<unknown>;
  /** Lets the worker do a small piece in advance, so that the next finds it warm; nothing when one is there or at work. */
  warm(input: unknown): void;
}

/**
 * Runs pieces one after the other in a worker that stays warm. While it is at work, another piece gets a worker of its own. A piece
 * that fails or reaches a limit ends its worker, and the next begins in a new one; so does a worker without work after two minutes,
 * and it holds no program open.
 */
export function keptWorker(name: string, limits: WorkLimits, idleMilliseconds = patience): KeptWorker {
  const resting = new Resting(idleMilliseconds);
  let warming: Promise<unknown> | undefined;
  let atWork = 0;
  const act = async (input: unknown, told?: (step: unknown) => void) => {
    const worker = resting.take() ?? startWorker(name, limits);
    atWork += 1;
    try {
      const done = await pieceOf(worker, { input, told, milliseconds: limits.milliseconds });
      resting.put(worker);
      return done;
    } catch (error) {
      await worker.terminate();
      throw error;
    } finally {
      atWork -= 1;
    }
  };
  return {
    async answer(input, told) {
      await warming;
      return act(input, told);
    },
    warm(input) {
      if (atWork > 0 || resting.isThere()) return;
      const end = () => void (warming = undefined);
      warming = act(input).then(end, end); // what is wrong with the worker, the next piece will say
    },
  };
}

interface Piece {
  readonly input: unknown;
  readonly told: ((step: unknown) => void) | undefined;
  readonly milliseconds: number;
}

async function pieceOf(worker: Worker, { input, told, milliseconds }: Piece): Promise<unknown> {
  const { port1: heard, port2: spoken } = new MessageChannel();
  if (told) heard.on("message", told);
  worker.ref();
  try {
    const answer = answerOf(worker, milliseconds);
    worker.postMessage({ input, spoken }, [spoken]);
    return await answer;
  } finally {
    heard.close();
  }
}

/** The worker that waits for the next piece; one at most. */
class Resting {
  readonly #patience: number;
  #worker: Worker | undefined;
  #end: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.#patience = milliseconds;
  }

  isThere(): boolean {
    return this.#worker !== undefined;
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

/** What a worker is handed: a piece, and where to speak of it. */
interface Handed {
  readonly input: unknown;
  readonly spoken: MessagePort;
}

/** In the worker: answers every piece of work with what `act` makes of it. What it throws ends the worker. */
export function answerWith(act: (input: unknown, tell: (step: unknown) => void) => Promise<unknown>): void {
  parentPort?.on("message", ({ input, spoken }: Handed) => {
    void act(input, (step) => spoken.postMessage(step)).then((answer) => parentPort?.postMessage(answer));
  });
}
