import { parentPort, workerData } from "node:worker_threads";
import { parseSheetFile, type SheetFile } from "./sheet/parse.ts";

const file = workerData as SheetFile; // given by sheet-reader.ts only
parentPort?.postMessage(parseSheetFile(file));
