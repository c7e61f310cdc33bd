// The whole test run: types, lint, format, tests, browser journeys; ends with one line over all of them.
// --quick leaves the journeys out (npm run check); --data runs only the tests on real data (npm run test:data).
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const reports = mkdtempSync(join(tmpdir(), "tomoni-reports-"));
const total = { passed: 0, failed: 0, skipped: 0 };
const isQuick = process.argv.includes("--quick");

if (process.argv.includes("--data")) await vitest("data", ["--config", "vitest.data.config.ts"]);
else await everything();
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function everything() {
  const checks = [
    check("types", "node_modules/typescript/bin/tsc", ["--noEmit"]),
    check("lint", "node_modules/oxlint/bin/oxlint", ["."]),
    check("format", "node_modules/oxfmt/bin/oxfmt", ["--check", "."]),
  ];
  for (const each of checks) count(await each);
  await vitest("tests", []);
  if (!isQuick) await journeys();
}

/** One check is one test: it passes or it shows what it found. */
async function check(name, program, args) {
  const { status, output } = await run(program, args);
  process.stdout.write(status === 0 ? `ok: ${name}\n` : `${output}\nFAILED: ${name}\n`);
  return status === 0;
}

function count(isOk) {
  if (isOk) total.passed += 1;
  else total.failed += 1;
}

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => resolve({ status: 1, output: String(error) }));
    child.once("close", (status) => resolve({ status, output }));
  });
}

async function vitest(name, args, environment = {}) {
  const report = join(reports, `${name}.json`);
  const options = ["run", ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...options], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  addReport(name, report, status);
}

function addReport(name, report, status) {
  const failedBefore = total.failed;
  if (existsSync(report)) {
    const result = JSON.parse(readFileSync(report, "utf8"));
    const brokenFiles = result.testResults.filter(
      (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
    );
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests + brokenFiles.length;
    total.skipped += result.numPendingTests + result.numTodoTests;
  }
  if (status === 0 || total.failed > failedBefore) return;
  process.stdout.write(`FAILED: ${name} ended with code ${status}\n`);
  total.failed += 1;
}

async function journeys() {
  const chromium = findChromium() ?? installChromium();
  if (chromium) return vitest("journeys", ["--config", "vitest.journeys.config.ts"], { CHROMIUM_PATH: chromium });
  process.stdout.write(
    "FAILED: journeys\nChromium がないため、ブラウザーでの試験ができません。Chromium か Chrome を入れるか、CHROMIUM_PATH にその場所を設定してください。 (No Chromium: install it or set CHROMIUM_PATH.)\n",
  );
  total.failed += 1;
}

function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find((path) => existsSync(path));
}

/** From the system's own packages, where that is possible without asking. */
function installChromium() {
  if (process.env.CHROMIUM_PATH || process.getuid?.() !== 0) return undefined;
  if (spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  process.stdout.write("Chromium をインストールしています… (installing Chromium)\n");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-q"],
    ["install", "-y", "-q", "chromium", "fonts-noto-cjk"],
  ]) {
    if (spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env: environment }).status !== 0) return undefined;
  }
  return findChromium();
}
