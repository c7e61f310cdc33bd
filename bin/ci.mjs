// npm test, then the tests on real data where they lie beside the project; ends with one line over both.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runs = [await npm(["test"])];
if (existsSync(join(root, "../shared/data"))) runs.push(await npm(["run", "test:data"]));

const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
process.stdout.write(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped\n`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

/** Runs an npm command, passing its output on; a run that does not end with its line of counts has failed. */
function npm(args) {
  return new Promise((resolve) => {
    const child = spawn("npm", args, {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
      shell: process.platform === "win32",
    });
    let tail = "";
    child.stdout.on("data", (chunk) => {
      process.stdout.write(chunk);
      tail = (tail + chunk).slice(-1_000);
    });
    child.once("close", (status) => {
      const counts = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m.exec(tail.trim().split("\n").at(-1) ?? "");
      const [passed = 0, failed = 0, skipped = 0] = counts?.slice(1).map(Number) ?? [];
      resolve({ passed, failed: status === 0 && counts ? failed : Math.max(failed, 1), skipped });
    });
  });
}
