import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder, found from src (tests, dev) and from dist (built server) alike. */
export const projectFolder: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
})();

/** A path inside the project. */
export function inProject(...parts: string[]): string {
  return join(projectFolder, ...parts);
}
