import { readFileSync } from "node:fs";
import { inProject } from "#platform/files/project.ts";

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

type Manifest = Readonly<Record<string, ManifestEntry>>;

let manifest: Manifest | undefined;

function loadManifest(): Manifest {
  manifest ??= JSON.parse(readFileSync(inProject("dist/assets/manifest.json"), "utf8")) as Manifest; // written by our own build
  return manifest;
}

/** The address of a built file by its source path; an unknown one is a programming error. */
export function assetUrl(source: string): string {
  const entry = loadManifest()[source];
  if (!entry) throw new Error(`${source} is not in the asset manifest: run the build`);
  return `/assets/${entry.file}`;
}

/** The scripts of an island that the browser may fetch early: its entry, then what that imports. */
export function islandScripts(name: string): string[] {
  const entry = loadManifest()[`src/web/islands/${name}.entry.tsx`];
  if (!entry) throw new Error(`the island ${name} is not in the asset manifest: run the build`);
  const shared = (entry.imports ?? []).map((key) => loadManifest()[key]?.file).filter((file) => file !== undefined);
  return [entry.file, ...shared].map((file) => `/assets/${file}`);
}
