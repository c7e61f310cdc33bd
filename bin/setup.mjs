// Called before every command: installs when the lock file changed, builds when the sources changed. Built-ins only,
// because it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const installStamp = join(root, "node_modules", ".tomoni-installed");
const buildStamp = join(root, "dist", ".built-from");
const lock = join(root, ".setup-lock");

requireNode();
takeLock();
try {
  install();
  build();
} finally {
  rmSync(lock, { recursive: true, force: true });
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Node.js 20.19 以上が必要です（いまは ${process.versions.node}）。 (Node.js 20.19 or newer is needed.)`);
  process.exit(1);
}

/** Two commands started at once on a fresh clone: the second waits for the first. */
function takeLock() {
  for (let said = false; ; said = true) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, "pid"), String(process.pid));
      return;
    } catch (error) {
      if (error.code === "EROFS" || error.code === "EACCES") return; // nothing can be written, so nothing is prepared here
      if (error.code !== "EEXIST") throw error;
    }
    if (holderIsGone()) rmSync(lock, { recursive: true, force: true });
    else if (!said) say("ほかのコマンドの準備が終わるのを待っています… (waiting for another command's preparation)");
    sleep(300);
  }
}

function holderIsGone() {
  try {
    const pid = Number(readFileSync(join(lock, "pid"), "utf8"));
    process.kill(pid, 0);
    return isZombie(pid);
  } catch (error) {
    if (error.code === "EPERM") return false;
    // no pid inside yet: its maker may be between the two calls
    return (
      error.code === "ESRCH" || Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5_000
    );
  }
}

function isZombie(pid) {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

function install() {
  const wanted = hash([["lock", readFileSync(join(root, "package-lock.json"))]], `${process.platform}-${process.arch}`);
  if (readStamp(installStamp) === wanted) return;
  if (!isInstalled()) {
    say("部品をインストールしています…（初回は数分かかります） (installing, a few minutes the first time)");
    const npm = process.env.npm_execpath;
    const [command, first] = npm?.endsWith("npm-cli.js") ? [process.execPath, [npm]] : ["npm", []];
    run(command, [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], "インストール");
  }
  writeFileSync(installStamp, wanted);
}

/** Whether node_modules already holds what the lock file names (installed by hand, or carried in without a registry). */
function isInstalled() {
  const present = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(present)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(present, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    if (found[path]) return found[path].version === version && existsSync(join(root, path, "package.json"));
    return Boolean(optional ?? devOptional);
  });
}

function build() {
  const wanted = hash(sources(), process.versions.node.split(".")[0]);
  if (readStamp(buildStamp) === wanted) return;
  say("組み立てています… (building)");
  rmSync(buildStamp, { force: true });
  run(process.execPath, [join(root, "bin", "build.mjs")], "組み立て");
  writeFileSync(buildStamp, wanted);
}

/** Every file that goes into the build, with its content. */
function sources() {
  const folders = ["src", "bin", "db"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(test\.tsx?|md|sql)$/.test(entry.name))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  const configs = ["package-lock.json", "package.json", "tsconfig.json", "vite.config.ts"].map((name) =>
    join(root, name),
  );
  return [...folders, ...configs.filter((path) => existsSync(path))]
    .sort()
    .map((path) => [path.slice(root.length), readFileSync(path)]);
}

function hash(files, seed) {
  const sum = createHash("sha256").update(seed);
  for (const [name, content] of files) sum.update(`\0${name}\0${content.length}\0`).update(content);
  return sum.digest("hex");
}

function readStamp(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** The child's output goes to standard error: a command's standard output is its own. */
function run(command, args, what) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: command === "npm" && process.platform === "win32",
  });
  if (status === 0) return;
  say(
    `${what}に失敗しました。上の表示を確かめてください。 (This step failed, see above.)${error ? ` ${error.message}` : ""}`,
  );
  rmSync(lock, { recursive: true, force: true });
  process.exit(1);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
