// Bundles the server, the commands and the workers to dist/, and what browsers load to dist/assets/.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const workers = readdirSync("src", { recursive: true }).filter((path) => path.endsWith(".worker.ts"));

for (const name of existsSync("dist") ? readdirSync("dist") : [])
  if (name !== "assets") rmSync(`dist/${name}`, { recursive: true, force: true });
await build({
  entryPoints: [
    { in: "./src/main.ts", out: "main" },
    { in: "./src/command.ts", out: "command" },
    ...workers.map((path) => ({ in: `./src/${path}`, out: `workers/${basename(path, ".worker.ts")}` })),
  ],
  outdir: "dist",
  bundle: true,
  splitting: true, // keeps the server's imports out of main.js, which has something to do before them
  format: "esm",
  platform: "node",
  target: "node20.19",
  packages: "external",
  jsx: "automatic",
  charset: "utf8",
  sourcemap: true,
  logLevel: "warning",
});

if (existsSync("vite.config.ts")) {
  const vite = spawnSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error"], {
    stdio: ["ignore", 2, 2],
  });
  if (vite.status !== 0) process.exit(1);
}
