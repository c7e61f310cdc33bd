import { parentPort, workerData } from "node:worker_threads";
import { parseWordFile } from "./word-reading/parse.ts";

const bytes = workerData as Uint8Array; // given by word-reader.ts only
parentPort?.postMessage(parseWordFile(bytes));
