import { codeOf } from "#kernel/error-code.ts";

/**
 * Something outside the program stands in the way: a full disk, a port in use, a wrong address. It is told in one sentence,
 * Japanese with the English after it, without a stack trace, and ends the program with code 1.
 */
export class Trouble extends Error {
  constructor(japanese: string, english: string) {
    super(`${japanese} (${english})`);
  }
}

/** Any error as Trouble where its cause is one of the world's known ones; undefined for what can only be our own fault. */
export function troubleOf(error: unknown): Trouble | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Trouble) return cause;
    const known = knownTrouble(codeOf(cause), cause.message);
    if (known) return known;
  }
  return undefined;
}

export function fullDisk(): Trouble {
  return new Trouble(
    "ディスクの空きがありません。不要なファイルを消すか、DATA_DIR を空きのあるディスクにして、もう一度実行してください。保存が済んだデータは失われていません。",
    "The disk is full. Make room or set DATA_DIR to another disk. Nothing that was saved is lost.",
  );
}

/** Whether a program's own words tell of a full disk; PostgreSQL tells of a block half written only by its hint. */
export function tellsOfFullDisk(said: string): boolean {
  return /No space left|quota exceeded|Check free disk space/i.test(said);
}

function knownTrouble(code: string, message: string): Trouble | undefined {
  if (code === "ENOSPC" || code === "EDQUOT" || code === "53100" || tellsOfFullDisk(message)) return fullDisk();
  if (code === "EROFS" || code === "EACCES" || code === "EPERM")
    return new Trouble(
      `ファイルを読み書きする権限がありません: ${message}`,
      "A file or folder may not be read or written.",
    );
  return undefined;
}

/** Why no request can be served just now, where the cause lies outside the program. */
export type Outage = "fullDisk" | "databaseAway";

const away = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
]);

/** The driver's own words for a connection that died; they carry no code. */
function isCutOff(message: string): boolean {
  return message.startsWith("Connection terminated") || message.includes("connection error and is not queryable");
}

/** The outage that an error of the running server tells of; undefined for any other error. */
export function outageOf(error: unknown): Outage | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (["ENOSPC", "EDQUOT", "53100"].includes(codeOf(cause))) return "fullDisk";
    if (away.has(codeOf(cause)) || isCutOff(cause.message)) return "databaseAway";
  }
  return undefined;
}

/** What PostgreSQL says of a value that it cannot hold: a NUL or half a character, a number out of range. */
const unstorable = new Set(["22021", "22P02", "22P05", "22003"]);

/** Whether the error tells of a sent value that can't be stored, whoever let it through; nothing of the transaction was saved. */
export function isUnstorable(error: unknown): boolean {
  return unstorable.has(codeOf(error));
}
