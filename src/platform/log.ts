export type LogLevel = "debug" | "info" | "warn" | "error";
export type LogFields = Readonly<Record<string, unknown>>;

/** Structured log: one line per happening, never with personal data or secrets in its fields. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const order: readonly LogLevel[] = ["debug", "info", "warn", "error"];

/** A log that writes JSON lines ({at, level, message, …fields}) from the given level upwards; errors become message and stack. */
export function jsonLog(level: LogLevel, write: (line: string) => void): Log {
  const from = order.indexOf(level);
  const at =
    (lineLevel: LogLevel) =>
    (message: string, fields: LogFields = {}) => {
      if (order.indexOf(lineLevel) < from) return;
      write(
        `${JSON.stringify({ at: new Date().toISOString(), level: lineLevel, message, ...fields }, readableErrors)}\n`,
      );
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** For tests and commands that say everything themselves. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

function readableErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? { message: value.message, stack: value.stack } : value;
}
