/** One structured line per happening, as JSON on standard error. No personal data: ids only. */
export type Log = (level: "info" | "warn" | "error", event: string, fields?: Readonly<Record<string, unknown>>) => void;

let waiting: string[] = [];
let timer: NodeJS.Timeout | undefined;

/** Lines of level info are written ten times a second together, for a write each would cost more than a page from memory. */
export const jsonLog: Log = (level, event, fields = {}) => {
  waiting.push(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  if (level !== "info") writeWaiting();
  else timer ??= setTimeout(writeWaiting, 100).unref();
};

function writeWaiting(): void {
  clearTimeout(timer);
  timer = undefined;
  if (waiting.length > 0) process.stderr.write(waiting.join(""));
  waiting = [];
}

process.once("exit", writeWaiting);

export const silentLog: Log = () => {};
