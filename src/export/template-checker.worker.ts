import { parentPort, workerData } from "node:worker_threads";
import { checkTemplate } from "./word-template/check.ts";

const bytes = workerData as Uint8Array; // given by template-checker.ts only
parentPort?.postMessage(checkTemplate(bytes));
