import { spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";

/** A server in a process of its own, so that its CPU time is told apart from the client's. */
export interface Server {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

let serial = 0;

/** Starts a command that serves on PORT and waits until a path answers (any status below 500). */
export async function startServer(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  path = "/",
): Promise<Server> {
  const port = 20_000 + (process.pid % 10_000) + (serial++ % 1_000);
  const [program = "node", ...args] = command;
  const child = spawn(program, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await answering(port, path, child);
  return { pid: child.pid ?? 0, port, stop: () => ended(child) };
}

async function answering(port: number, path: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const status = await get(port, path, {}).then(
      (answer) => answer.status,
      () => 599,
    );
    if (status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server did not answer within a minute");
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

type Headers = Readonly<Record<string, string>>;

/** One GET on the loopback; the body is read to its end. */
export function get(port: number, path: string, headers: Headers): Promise<Answer> {
  return send({ port, path, headers, method: "GET" }, "");
}

/** One form sent on the loopback, as a browser sends it. */
export function post(
  port: number,
  path: string,
  { fields, headers }: { fields: Readonly<Record<string, string>>; headers: Headers },
): Promise<Answer> {
  const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
  return send({ port, path, headers: form, method: "POST" }, new URLSearchParams(fields).toString());
}

function send(to: { port: number; path: string; headers: Headers; method: string }, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: "127.0.0.1", ...to, agent }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      );
      incoming.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

export interface Load {
  readonly cpuMsPerRequest: number;
  readonly requestsPerSecond: number;
}

/** Sends `count` requests, 16 at once, and tells the server's CPU time per request (from /proc, ticks of 10 ms). */
export async function load(
  server: Server,
  pathOf: (index: number) => string,
  headers: Readonly<Record<string, string>>,
  count: number,
): Promise<Load> {
  const cpuBefore = await cpuMs(server.pid);
  const began = performance.now();
  let next = 0;
  const client = async () => {
    while (next < count) {
      const answer = await get(server.port, pathOf(next++), headers);
      if (answer.status !== 200) throw new Error(`status ${answer.status} under load`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, client));
  const took = performance.now() - began;
  return {
    cpuMsPerRequest: ((await cpuMs(server.pid)) - cpuBefore) / count,
    requestsPerSecond: (count / took) * 1_000,
  };
}

/** User and system CPU time of a process in milliseconds. */
export async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
