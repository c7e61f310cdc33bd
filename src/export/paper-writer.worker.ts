import { answerWith } from "#platform/files/kept-worker.ts";
import type { Writing } from "./paper-writer.ts";
import { written } from "./written.ts";

answerWith((writing, tell) => written(writing as Writing, tell)); // paper-writer.ts, the only caller, hands in a Writing
