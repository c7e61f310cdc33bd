import { answerWith } from "#platform/files/kept-worker.ts";
import type { Writing } from "./paper-writer.ts";
import { written } from "./written.ts";

answerWith((writing) => written(writing as Writing)); // paper-writer.ts, the only caller, hands in a Writing
