import { parentPort, workerData } from "node:worker_threads";
import type { Writing } from "./paper-writer.ts";
import { written } from "./written.ts";

parentPort?.postMessage(await written(workerData as Writing)); // paper-writer.ts, the only caller, hands in a Writing
