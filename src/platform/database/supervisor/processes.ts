import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "#kernel/error-code.ts";

/** A process, told apart from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks from boot to its start (Linux), else "". */
  readonly started: string;
  /** The machine or container in which the number counts. */
  readonly host: string;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid) ?? "", host: thisHost };
}

const thisHost = `${hostname()} ${linkOf("/proc/self/ns/pid") ?? ""}`;

export function isHere(identity: ProcessIdentity): boolean {
  return identity.host === thisHost;
}

/** Whether that very process still lives. A zombie does not: it only waits for its parent to notice. */
export function lives({ pid, started }: { readonly pid: number; readonly started: string }): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  const now = startOf(pid);
  return now === undefined || started === "" || now === started;
}

/** Whether a process has this number, is no zombie and may be asked. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
  return !/^[ZX]/.test(statOf(pid)?.[0] ?? "");
}

function startOf(pid: number): string | undefined {
  return statOf(pid)?.[19]; // field 22 of /proc/PID/stat, counted from the state (field 3)
}

/** The fields of /proc/PID/stat from the state on; the name before it may hold spaces and brackets. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** Live processes that work in a folder, as each PostgreSQL process does in its data folder. Undefined where that cannot be seen. */
export function processesIn(folder: string): number[] | undefined {
  if (process.platform !== "linux") return undefined;
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && linkOf(`/proc/${pid}/cwd`) === folder && isAlive(pid));
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
